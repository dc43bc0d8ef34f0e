"""What a statement prints is held against itself: checks, findings, and what is explained."""
