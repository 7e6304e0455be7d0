"""One module a format; they know the sheet and not each other."""
