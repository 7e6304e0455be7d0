"""What stands around the work: what went wrong, notices to an archivist elsewhere, one program for one person."""
