"""How findings, measures and acts are put into words."""
