"""One reader per format: bytes to canonical text, and its light markup to clean text."""

from ccdata.source.block import Block, BlockMark
from ccdata.source.clean import CleanText
from ccdata.source.markup import Mark
from ccdata.source.reading import Reading

__all__ = ["Block", "BlockMark", "CleanText", "Mark", "Reading"]
