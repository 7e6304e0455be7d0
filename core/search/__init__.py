"""What people ask for and what it means: the query language, without I/O."""
