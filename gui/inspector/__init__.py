"""The selected clip or clips: pictures, facts, tags, moments, source, notes."""
