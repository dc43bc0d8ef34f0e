"""What words and figures mean, wherever they stand: amounts, days, identifiers, heads, sections, people."""
