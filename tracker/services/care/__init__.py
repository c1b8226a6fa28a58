"""What people do in the care of a client; each act writes."""
