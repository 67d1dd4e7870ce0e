"""Dice: chance that is the same on every machine."""

from __future__ import annotations

import random


def happens(rng: random.Random, share: float) -> bool:
    """Say whether something happens that happens in this share of cases."""
    return rng.random() < share


def dice(seed: int, purpose: str) -> random.Random:
    """Return the dice of a seed for one purpose."""
    return random.Random(f"{seed}:{purpose}")
