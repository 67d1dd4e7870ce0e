"""Reading an article leaves garbage collection as the caller had it."""

from __future__ import annotations

import gc

import pytest

from ccdata.engine.parsing import parse_string
from ccdata.engine.settling import collection_paused
from ccdata.errors import UsageError


@pytest.mark.parametrize("on", [True, False])
def test_collection_is_afterwards_as_it_was(on: bool) -> None:
    was = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        parse_string("May 1, 2022: They meet.")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()


def test_collection_goes_on_after_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(UsageError), collection_paused():
        raise UsageError("no")
    assert gc.isenabled()
