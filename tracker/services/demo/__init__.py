"""The fictional caseload."""
