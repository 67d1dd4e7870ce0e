"""Structured data from diplomatic chronologies: articles of *Comparative Connections* as records.

    import ccdata

    dataset = ccdata.parse("seeds/")      # files or folders
    dataset = ccdata.parse_text(text)     # a str in hand
    dataset = ccdata.load()               # the packaged release, or a folder
    report = ccdata.validate("exports/")
    ccdata.resolve("NIGERIAN POLICE").country     # "NGA"

Importing this module loads nothing heavy: each name is fetched when it is first used.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ccdata._version import __version__
from ccdata.errors import CcdataError

if TYPE_CHECKING:
    from ccdata.api import export, parse, parse_bytes, parse_text
    from ccdata.authority import resolve
    from ccdata.dataset import Dataset
    from ccdata.load import load
    from ccdata.records import Actor, Article, Event, Finding, Mention, Quote, Redirect
    from ccdata.validate import validate

_HOMES = {
    "Actor": "ccdata.records",
    "Article": "ccdata.records",
    "Dataset": "ccdata.dataset",
    "Event": "ccdata.records",
    "Finding": "ccdata.records",
    "Mention": "ccdata.records",
    "Quote": "ccdata.records",
    "Redirect": "ccdata.records",
    "export": "ccdata.api",
    "load": "ccdata.load",
    "parse": "ccdata.api",
    "parse_bytes": "ccdata.api",
    "parse_text": "ccdata.api",
    "resolve": "ccdata.authority",
    "validate": "ccdata.validate",
}

__all__ = [
    "Actor",
    "Article",
    "CcdataError",
    "Dataset",
    "Event",
    "Finding",
    "Mention",
    "Quote",
    "Redirect",
    "__version__",
    "export",
    "load",
    "parse",
    "parse_bytes",
    "parse_text",
    "resolve",
    "validate",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from its module when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'ccdata' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__


class _FrontDoor(ModuleType):
    """Keeps a function's name for the function: `ccdata.load` is also a module, which importing it sets."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor
