"""Pages without text: a picture is straightened, read by two voices, and becomes words with boxes and doubts."""
