"""The nouns of the archive: frozen, without I/O."""
