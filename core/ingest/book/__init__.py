"""A statement meets the book: matching, merging, what is new, what changes."""
