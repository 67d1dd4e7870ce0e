"""A call that may not take for ever."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import Any


class HangError(BaseException):
    """Too much processor time was spent; no `except Exception` stops it."""


def watched(call: Callable[[bytes], Any], data: bytes, *, seconds: float) -> Any:
    """Call; raise where it takes more than so many seconds of processor time. (Not on Windows.)"""
    if not hasattr(signal, "setitimer"):
        return call(data)
    before = signal.signal(signal.SIGPROF, _hang)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return call(data)
    except HangError as error:
        raise TimeoutError(f"more than {seconds} s for {len(data)} bytes") from error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _hang(_signal: int, _frame: object) -> None:
    raise HangError
