"""What happened with a client, in order: sessions, what is scheduled, the trajectory of one measure."""
