"""References: pronouns and descriptions, where the article leaves no doubt who is meant."""

from ccdata.extract.references.reader import ReferenceReader

__all__ = ["ReferenceReader"]
