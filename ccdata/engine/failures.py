"""Sources that gave no shard: what is said of them, in any engine."""

from __future__ import annotations

from ccdata.errors import SourceError, UnreadableSource
from ccdata.records.catalogue import CATALOGUE
from ccdata.records.ids import digest
from ccdata.records.models import Finding


def fault_of(name: str, error: Exception) -> SourceError:
    """Return what stopped one source: its own damage, or a fault of ours, which must not stop the others."""
    if isinstance(error, SourceError):
        return error
    return UnreadableSource(name, f"a fault in ccdata, please report it: {error!r}")


def failure_finding(error: SourceError) -> Finding:
    """Say in the release that a source could not be read."""
    return Finding(
        record_type="finding",
        id=f"release:f:{digest(error.code, error.name, error.message)}",
        article_id=None,
        code=error.code,
        severity=CATALOGUE[error.code].severity,
        message=str(error),
        record_id=None,
        field=None,
        span=None,
    )
