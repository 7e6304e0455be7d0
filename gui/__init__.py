"""What the archivist sees."""
