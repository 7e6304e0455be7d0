"""Sets OpenCV up as worker children have it, before any test module imports it for itself."""

import core.media  # noqa: F401
