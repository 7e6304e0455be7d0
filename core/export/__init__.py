"""Tag sheets: what leaves the archive, in forms that other programs read."""
