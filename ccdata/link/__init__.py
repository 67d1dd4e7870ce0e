"""Stage 2: shards become a release; actors are merged, what is told twice is joined."""

from ccdata.link.linking import LinkedRelease, Links, decide, link
from ccdata.link.order import article_key, id_of, number_text, record_key, type_of
from ccdata.link.outline import Outline, outline
from ccdata.link.release import Part, Release, ShardStore
from ccdata.link.ruling import Ruling, ruled
from ccdata.link.scratch import Scratch

__all__ = [
    "LinkedRelease",
    "Links",
    "Outline",
    "Part",
    "Release",
    "Ruling",
    "Scratch",
    "ShardStore",
    "article_key",
    "decide",
    "id_of",
    "link",
    "number_text",
    "outline",
    "record_key",
    "ruled",
    "type_of",
]
