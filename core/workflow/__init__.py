"""The front door: one file for each thing a person does."""
