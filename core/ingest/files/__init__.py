"""Files as they arrive: their kind, their limits, what binds, packs or locks them."""
