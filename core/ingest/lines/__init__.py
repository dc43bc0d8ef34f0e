"""How the lines of a page stand to each other, to the open table and to what pages repeat."""
