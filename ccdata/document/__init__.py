"""Clean text to a document: front matter, sections, paragraphs, figures, chronology entries."""

from ccdata.document.model import Document, Entry, Placed
from ccdata.document.reader import read_document

__all__ = ["Document", "Entry", "Placed", "read_document"]
