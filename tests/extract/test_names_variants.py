"""Names in several spellings, people no list holds, bodies of towns, authors. All sentences are invented."""

from __future__ import annotations

import datetime as dt

import pytest
from name_cases import cast_of, placed

from ccdata.authority import load_authority
from ccdata.extract.cast import Cast, build_cast

PERIOD = (dt.date(2020, 1, 1), dt.date(2020, 4, 30))
PAIR = "cc-22-1-china-russia"


def read(text: str, article: str = PAIR) -> list[tuple[str, str, str | None]]:
    cast = cast_of(text, article=article, period=PERIOD)
    return [
        (text[n.start : n.end], (n.actor_id or "?").rpartition(":")[2], n.country) for n in cast.namings(0)
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Russian Defense Minister Sergei Shoygu spoke; Shoigu left.",
            [("Sergei Shoygu", "sergey-shoygu", "RUS"), ("Shoigu", "sergey-shoygu", "RUS")],
        ),
        (
            "Russian Foreign Ministry spokeswoman Maryana Zakharova answered. Zakharova smiled.",
            [
                ("Russian Foreign Ministry", "mfa-russia", "RUS"),
                ("Maryana Zakharova", "maria-zakharova", "RUS"),
                ("Zakharova", "maria-zakharova", "RUS"),
            ],
        ),
        (
            "Press Secretary of the Russian President Dmitry Peskov waited.",
            [("Dmitry Peskov", "dmitry-peskov", "RUS")],
        ),
        (
            "Deputy Mayor of Moscow Anastasia Rakova counted the masks.",
            [("Anastasia Rakova", "anastasia-rakova", "RUS")],
        ),
        (
            "Burmese officials waited. Zaw Khin Tun, the spokesman, shrugged.",
            [("Zaw Khin Tun", "zaw-khin-tun", None)],
        ),
        (
            "Taiwan is calm. Lin Chung-mao argued that it would stay so.",
            [("Taiwan", "taiwan", "TWN"), ("Lin Chung-mao", "lin-chung-mao", "TWN")],
        ),
        (
            "Myanmar waits. Min Aung Hlaing spoke.",
            [("Myanmar", "myanmar", "MMR"), ("Min Aung Hlaing", "min-aung-hlaing", "MMR")],
        ),
        (
            "Tebuya Shohei of Human Rights Watch disagreed.",
            [("Tebuya Shohei", "tebuya-shohei", None), ("Human Rights Watch", "human-rights-watch", "USA")],
        ),
        ("They adopted the Delhi Declaration and the Tokyo Statement.", []),
        (
            "Singapore’s envoy thanked the leaders of Singapore in Singapore.",
            [("Singapore", "singapore", "SGP"), ("Singapore", "singapore", "SGP")],
        ),
        (
            "The Tokyo Metropolitan Government and the Shimane prefectural assembly objected.",
            [
                ("Tokyo Metropolitan Government", "government-of-tokyo", "JPN"),
                ("Shimane prefectural assembly", "shimane-prefectural-assembly", "JPN"),
            ],
        ),
    ],
)
def test_who_is_named(text: str, named: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == named


def test_a_public_name_tells_no_state_that_the_article_does_not_name() -> None:
    assert read("Min Aung Hlaing spoke, said Russia.")[0] == ("Min Aung Hlaing", "min-aung-hlaing", None)


def with_authors(*authors: str) -> Cast:
    return build_cast(
        placed("Russia answered."), load_authority(), article_id=PAIR, period=PERIOD, authors=authors
    )


def test_authors_are_actors_without_a_mention() -> None:
    cast = with_authors("Tarquin Q. Ollerby")
    assert len(cast.namings(0)) == 1
    author = cast.actors[f"actor:{PAIR}:tarquin-q-ollerby"]
    assert (author.name, author.family_name, author.kind) == ("Tarquin Q. Ollerby", "Ollerby", "person")


def test_an_author_is_the_authoritys_where_the_article_names_his_state() -> None:
    cast = build_cast(
        placed("China answered."), load_authority(), article_id=PAIR, period=PERIOD, authors=["Yan Xuetong"]
    )
    assert "actor:yan-xuetong" in cast.actors
