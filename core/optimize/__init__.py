"""Mandate and returns to a target, or to the reasons why there is none."""
