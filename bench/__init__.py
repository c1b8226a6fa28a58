"""What the product costs, as ratios within one run: `make bench`."""
