"""Towns and their states, from `places.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def towns() -> Mapping[str, str]:
    """Return the state of every town, by alpha-3 code."""
    data = tomllib.loads(files("ccdata.authority").joinpath("places.toml").read_text("utf-8"))
    return {town: code for code, names in data["towns"].items() for town in names}
