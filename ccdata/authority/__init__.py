"""The authority: who and what is known, with a source for every fact. Data files and their loaders.

people.jsonl      persons: names by their state's custom, dated offices, identifiers
bodies.jsonl      organisations, ministries, media, units, vessels
countries.csv     states: codes, adjectives, capitals, metonyms
titles.toml       the words of offices and how offices compare
names.toml        how names are built, by state: custom, surnames, short forms
patterns.toml     bodies named after their state, look-alikes, words of place
institutions.toml, leaders.toml     names that tell a state and nothing else, for `resolve`
"""

from __future__ import annotations

from ccdata.authority.checking import check_authority
from ccdata.authority.loading import load_authority
from ccdata.authority.model import Authority, Country, Known, Tenure
from ccdata.authority.resolving import Resolved, resolve

__all__ = [
    "Authority",
    "Country",
    "Known",
    "Resolved",
    "Tenure",
    "check_authority",
    "load_authority",
    "resolve",
]
