"""What reading is about: words on a page, the head of a table, what is seen in a file."""
