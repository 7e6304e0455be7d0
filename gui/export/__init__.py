"""Tag sheets: what, how and where to."""
