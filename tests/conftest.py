"""Settings of all tests: properties give the same examples on every machine and day."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest
from hypothesis import settings

settings.register_profile("ccdata", derandomize=True, deadline=None, database=None)
settings.load_profile("ccdata")

_HANG = 120


@pytest.fixture
def no_hang() -> Iterator[None]:
    """Stop a test that never ends. Speed is measured by `make bench`; this only tells slow from for ever."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        pytest.fail(f"still running after {_HANG} seconds: this hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_HANG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
