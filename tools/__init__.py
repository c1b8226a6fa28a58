"""What is made from the code, for people who read it."""
