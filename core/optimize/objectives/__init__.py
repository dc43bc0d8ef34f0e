"""What may be optimised: one decorated function each."""
