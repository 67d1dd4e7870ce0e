"""Pure functions on records in memory: they find what is wrong, and repair nothing."""

from ccdata.checks.canonical import Canonical
from ccdata.checks.fault import Fault, PlainRecord
from ccdata.checks.gates import gates
from ccdata.checks.lines import check_shape, read_line
from ccdata.checks.order import article_key, order_key
from ccdata.checks.record import check_content, check_shard
from ccdata.checks.references import check_references
from ccdata.checks.schema import SchemaGate

__all__ = [
    "Canonical",
    "Fault",
    "PlainRecord",
    "SchemaGate",
    "article_key",
    "check_content",
    "check_references",
    "check_shape",
    "check_shard",
    "gates",
    "order_key",
    "read_line",
]
