"""Where core's threads meet Qt's: the only package that starts work."""
