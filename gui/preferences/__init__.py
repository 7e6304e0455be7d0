"""What the person at this machine prefers."""
