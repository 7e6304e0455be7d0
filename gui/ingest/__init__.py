"""Running imports, and what could not be read."""
