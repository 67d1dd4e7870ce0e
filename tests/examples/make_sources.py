"""Write the example sources anew: `invalid/<code>/source/` holds what makes reading find exactly that code.

Each breaks one thing of a small article, which by itself gives no finding at all.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import ccdata

HERE = Path(__file__).parent
ARTICLE = """\
COMPARATIVE CONNECTIONS

JAPAN-AUSTRALIA RELATIONS

A QUIET SEASON

REN ITO, EXAMPLE UNIVERSITY

The season was quiet. The foreign ministers of Japan and Australia met once and agreed to meet again, and \
officials of both went on with their work on trade. Little else was reported in either capital.

This article is extracted from *Comparative Connections: A Triannual E-Journal of Bilateral Relations in the \
Indo-Pacific*, Vol. 18, No. 1, May 2016. Preferred citation: Ren Ito, "Japan-Australia Relations: A Quiet \
Season," *Comparative Connections*, Vol. 18, No. 1, pp. 127-136.

Talks on trade

Japan and Australia resumed talks on trade in January. "We will go on," Prime Minister Shinzo Abe said after \
the meeting in Tokyo, where both sides had sent their ministers for the first time in a year.

CHRONOLOGY OF JAPAN-AUSTRALIA RELATIONS

JANUARY-APRIL 2016

Jan. 4, 2016: Foreign ministers of Japan and Australia meet in Tokyo.

Feb. 12, 2016: Australia and Japan sign an agreement on trade in Canberra.

March 3, 2016: Japan sends aid to Australia after a storm.
"""
LISTING = ARTICLE[ARTICLE.index("CHRONOLOGY") :].encode()
COLUMNS = "\n".join(
    f"{left:<40}      {right}"
    for left, right in (
        ("The ministers met in the capital, where", "and the agreement that they had signed"),
        ("talks went on for a whole day without a", "was said to be the first of many more,"),
    )
    * 12
)


def changed(*pairs: tuple[str, str]) -> bytes:
    """Return the article with these words in place of those."""
    text = ARTICLE
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


SOURCES: dict[str, bytes] = {
    "encoding-guessed": changed(("Talks on trade", "Talks on trade – again")).decode().encode("cp1252"),
    "mojibake-repaired": changed(("both sides had", "Australiaâ€™s side had")),
    "source-empty": b" \n\n",
    "source-binary": bytes(range(256)),
    "source-decoding": changed(("Talks", "Ta\0lks")),
    "source-unreadable": b"%PDF-1.4\nand nothing behind it\n",
    "furniture-dropped": changed(
        ("CONNECTIONS\n", "CONNECTIONS\n\nA TRIANNUAL E-JOURNAL OF BILATERAL RELATIONS IN THE INDO-PACIFIC\n")
    ),
    "not-an-article": b"A recipe\n\nTake two eggs and some flour. Stir, and bake it for an hour.\n",
    "line-unread": changed(("Feb. 12", "* * see 14\n\nFeb. 12")),
    "title-missing": b"Comparative Connections, Vol. 18, No. 1, May 2016\n\n" + LISTING,
    "chronology-missing": changed((LISTING.decode(), "")),
    "published-contradicts": changed(("May 2016. Pref", "May 2012. Pref")),
    "volume-derived": changed((", Vol. 18, No. 1", "")),
    "citation-contradicts": changed(("No. 1, pp", "No. 2, pp")),
    "period-contradicts": changed(("JANUARY-APRIL 2016", "JANUARY 2011-APRIL 2016")),
    "columns-interleaved": changed(("Talks on trade\n", f"Talks on trade\n\n{COLUMNS}\n")),
    "date-impossible": changed(("Feb. 12, 2016", "Feb. 30, 2016")),
    "date-backward": changed(("Feb. 12, 2016", "Feb. 12-10, 2016")),
    "date-lost": changed(("Feb. 12, 2016: ", ": ")),
    "date-out-of-order": changed(("Feb. 12, 2016", "Jan. 2, 2016")),
    "date-outside-period": changed(("March 3, 2016", "June 3, 2016")),
    "quote-unclosed": changed(('go on," Prime', "go on, Prime")),
    "quote-unopened": changed(('"We will', "We will")),
    "name-damaged": changed(("Shinzo Abe", "Shinzo Aeb")),
    "name-ambiguous": changed(
        ("The foreign", "Kim Jong Un and Kim Jong Il were silent. Kim came. The foreign")
    ),
    "office-contradicts": changed(("Prime Minister Shinzo Abe", "Chinese Vice Foreign Minister Wang Yi")),
    "erratum-unused": ARTICLE.encode(),
    "article-duplicate": ARTICLE.encode(),
    "reparse-differs": changed(("in Canberra", "in Sydney")),
}
ERRATUM = """\
[[erratum]]
article = "cc-18-1-japan-australia"
field = "title"
printed = "A Loud Season"
meant = "A Quiet Season"
why = "nobody prints it"
authority = "nobody"
"""


def main() -> None:
    for code, data in SOURCES.items():
        folder = HERE / "invalid" / code / "source"
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.mkdir(parents=True)
        ending = "pdf" if data.startswith(b"%PDF") else "txt"
        (folder / f"article.{ending}").write_bytes(data)
    invalid = HERE / "invalid"
    (invalid / "erratum-unused/source/errata.toml").write_text(ERRATUM, "utf-8", newline="\n")
    (invalid / "article-duplicate/source/again.txt").write_bytes(
        changed(("March 3, 2016: J", "April 3, 2016: J"))
    )
    dataset = ccdata.parse_text(ARTICLE, name="article.txt")
    ccdata.export(dataset, invalid / "reparse-differs/release", formats=["jsonl"])


if __name__ == "__main__":
    main()
