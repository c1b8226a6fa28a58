"""The tools that come with the code."""
