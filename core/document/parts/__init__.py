"""The parts of a letter: each writes one section of it from the facts of the record."""
