"""What is searched for, held in memory in arrays that never change.  Loaded by name, when something is searched for."""
