"""The nouns: frozen dataclasses of the standard library, without I/O and without a clock."""
