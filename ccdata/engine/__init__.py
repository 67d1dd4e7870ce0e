"""Many articles: sources found, parsed on one process or many, cached, linked and written."""

from ccdata.engine.parsing import parse_source, parse_string

__all__ = ["parse_source", "parse_string"]
