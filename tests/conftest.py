"""What every test runs under: invariants are drawn the same way each time, so that a red run can be run again."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, database=None, print_blob=True)
settings.load_profile("repeatable")
