"""Inhabited places of the world, at hand without a network; data from GeoNames (geonames.org), CC BY 4.0."""
