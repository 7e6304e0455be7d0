"""Knowing a clip again: in another size, crop or cut, mirrored, or inside a longer one."""
