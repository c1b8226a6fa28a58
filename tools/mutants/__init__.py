"""Mutation tests: small faults are put into the code, one at a time, and a test must find each (docs/mutants.md)."""
