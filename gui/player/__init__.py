"""The player: any picture of a clip, at any speed, with its sound."""
