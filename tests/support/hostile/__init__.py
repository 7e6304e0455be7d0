"""Files that mean harm, and files that merely met with some, made anew whenever they are needed."""
