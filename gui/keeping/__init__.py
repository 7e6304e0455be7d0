"""Keeping originals safe and handing them over: verification and packages, in the window."""
