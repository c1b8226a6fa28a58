"""The device in the client's hands, and the codes for a phone."""
