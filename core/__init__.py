"""Everything Slatebook knows and does, without Qt."""
