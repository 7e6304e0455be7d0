"""The authority file: one entry, all its names."""
