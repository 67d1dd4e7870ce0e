"""One self-contained page to look at a release: charts, a table, each record lit up in its text."""

from ccdata.explore.page import page_of, write_page

__all__ = ["page_of", "write_page"]
