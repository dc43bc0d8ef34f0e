"""Lots on pages: which lines they are, what was paid, and which security they belong to."""
