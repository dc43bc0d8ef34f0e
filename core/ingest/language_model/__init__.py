"""The optional reader that asks a language model: its address, its claims, and those claims held against the page."""
