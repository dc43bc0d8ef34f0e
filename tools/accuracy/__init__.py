"""How well statements are read: invented houses draw them, spoil them like scans, and hold the reading against them."""
