"""The verbs of the command line: everything the window does to an archive, without Qt."""
