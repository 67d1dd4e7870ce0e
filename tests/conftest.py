"""Settings of all tests: properties give the same examples on every machine and day."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("ccdata", derandomize=True, deadline=None, database=None)
settings.load_profile("ccdata")
