"""Many clients at once, on pandas data frames: the same definitions as in tracker/domain, vectorised.

Numbers are decided as whole units of the last decimal in the file, never as floats: 8.2 - 1.2 is 7 here as well.
pandas is loaded by this package alone: at the command line, and where a chart of a report is looked into.
"""
