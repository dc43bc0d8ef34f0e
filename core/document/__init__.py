"""Letters and order lists."""
