"""What comes back: tag sheets that were edited elsewhere, and authority files of other archives."""
