"""Write the pages that are made from the package: `python docs/pages.py`, or `make pages`."""

from __future__ import annotations

from pathlib import Path

from dictionary import files_page, records_page
from ten_records import ten_records_page

import ccdata

DOCS = Path(__file__).parent


def pages() -> dict[str, str]:
    """Return every page that is made, by its path under docs/."""
    return {
        "reference/records.md": records_page(),
        "reference/files.md": files_page(),
        "ten-records.md": ten_records_page(ccdata.parse(DOCS.parent / "seeds")),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
