"""Where things are kept: adapters behind core.ports."""
