"""What was done in the archive, step by step, and the way back from any of it."""
