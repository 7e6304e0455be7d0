"""Jobs that may crash, hang or eat memory, each in a child process that can be lost without harm.

A child imports this package too: nothing is imported here, so that it starts with little.
"""
