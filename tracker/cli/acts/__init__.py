"""What the commands do, a module for each; loaded when it is done (`tracker.cli.acting`)."""
