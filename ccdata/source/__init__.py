"""One reader per format: bytes to canonical text, and its light markup to clean text."""

from ccdata.source.block import Block
from ccdata.source.clean import CleanText
from ccdata.source.markup import Mark
from ccdata.source.reading import Reading
from ccdata.source.weave import BlockMark

__all__ = ["Block", "BlockMark", "CleanText", "Mark", "Reading"]
