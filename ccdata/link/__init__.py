"""Stage 2: shards become a release; actors are merged, what is told twice is joined."""

from ccdata.link.linking import LinkedRelease, link
from ccdata.link.order import article_key, id_of, record_key, type_of
from ccdata.link.release import Part, Release, ShardStore

__all__ = [
    "LinkedRelease",
    "Part",
    "Release",
    "ShardStore",
    "article_key",
    "id_of",
    "link",
    "record_key",
    "type_of",
]
