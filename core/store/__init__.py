"""Tables, rows to nouns, field encryption, migrations."""
