"""Lists of names: NAME "," NAME "," "and" NAME."""

from __future__ import annotations

from ccdata.extract.quotes.tokens import COMMA, NAME, OWNER, Token


def joins_list(tokens: list[Token], comma: int) -> bool:
    """Say whether a comma joins a list of names: NAME "," ... "and" NAME."""
    if comma == 0 or not tokens[comma - 1].flags & NAME or tokens[comma - 1].flags & OWNER:
        return False
    follows = tokens[comma + 1 : comma + 3]
    if not follows:
        return False
    if follows[0].word == "and":
        return len(follows) > 1 and bool(follows[1].flags & NAME)
    return (
        bool(follows[0].flags & NAME)
        and len(follows) > 1
        and (bool(follows[1].flags & COMMA) or follows[1].word == "and")
    )
