"""Looking into media files; imported in worker processes only, for what it stands on may crash, hang or eat memory."""

from core.media import opencv as opencv
