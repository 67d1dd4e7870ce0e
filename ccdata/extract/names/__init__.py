"""Names: where persons, bodies and states are named in an article, and who they are."""

from ccdata.extract.names.article import Named, find_names, parties_of

__all__ = ["Named", "find_names", "parties_of"]
