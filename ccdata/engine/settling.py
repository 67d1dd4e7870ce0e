"""Memory in processes of ours: garbage collection kept from the reader's way, pages given back."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from ccdata.authority import load_authority


@cache
def settle() -> None:
    """Load the authority and take it, with all that is loaded so far, out of garbage collection's rounds.

    They would walk through it again and again and find it in use: a tenth of the time of reading. Once in a
    process, and for those that are ours alone (the command, the workers); whoever calls the library keeps
    their own ways. Arrow's own allocator, which it chooses when it is first imported, would keep 40 MB that
    nothing is in.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    load_authority()
    gc.collect()
    gc.freeze()


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the search for cycles while one article is read; it goes on as before, after errors too.

    An article's records hold no cycles, so its memory comes free without a search; looking for them
    through everything the caller has loaded took a fifth of the time of reading.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
