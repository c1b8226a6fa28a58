"""What people do. Every function begins (db, actor, ...), checks first, audits last, and never commits."""
