"""Before and after, tweaks, and the states of a proposal."""
