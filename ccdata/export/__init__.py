"""Records to files and back: JSON Lines, Parquet, CSV, SQLite, and a folder that is replaced whole."""

from ccdata.export.formats import DERIVED, FORMATS
from ccdata.export.writing import DEFAULT_FORMATS, write_release

__all__ = ["DEFAULT_FORMATS", "DERIVED", "FORMATS", "write_release"]
