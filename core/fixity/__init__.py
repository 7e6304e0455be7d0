"""Fixity: proof that originals, and what was handed over, still hold every byte they held."""
