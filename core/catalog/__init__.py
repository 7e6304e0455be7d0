"""The one door for edits, what can be asked to pass it, and the authority file."""
