"""Holdings told without a table: in labels, lists and sentences."""
