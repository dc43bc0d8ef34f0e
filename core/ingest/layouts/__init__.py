"""Layouts that people taught: their words are added to the reader's vocabulary while a statement of theirs is read."""
