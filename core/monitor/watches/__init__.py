"""What is watched: one decorated function for each kind of alert."""
