"""Everything ccdata raises on purpose.

    CcdataError
    ├── SourceError        a source could not be read: the name, and the place where one is known
    │   ├── EmptySource        nothing in it
    │   ├── BinarySource       not text of any kind we read
    │   ├── DecodingError      text, but damaged below the level of characters
    │   ├── UnsupportedSource  a format for which no reader is installed
    │   └── UnreadableSource   a damaged, encrypted or hostile file of a known format
    ├── RecordError        a record that breaks its model: where, and the path inside the record
    ├── ReleaseError       a folder or file that is no whole release of ours
    ├── AuthorityError     a data file of the authority contradicts itself
    └── UsageError         a call that cannot be carried out as given

Each carries `code`, a name in the catalogue of findings (`ccdata explain CODE`).
"""

from __future__ import annotations


class CcdataError(Exception):
    """The root: catch this to catch everything that ccdata raises on purpose."""

    code = "could-not-run"


class SourceError(CcdataError):
    """A source that could not be read; `name` says which, `place` where in it (may be empty)."""

    code = "source-unreadable"

    def __init__(self, name: str, message: str, *, place: str = "") -> None:
        self.name = name
        self.place = place
        self.message = message
        super().__init__(": ".join(part for part in (name, place, message) if part))

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.name, self.message, self.place))


def _rebuild(kind: type[SourceError], name: str, message: str, place: str) -> SourceError:
    """Make the error again in the process that asked for the work."""
    return kind(name, message, place=place)


class EmptySource(SourceError):
    """Nothing in it but white space."""

    code = "source-empty"


class BinarySource(SourceError):
    """Bytes that are not text and not a format we read."""

    code = "source-binary"


class DecodingError(SourceError):
    """Text whose bytes or code points are damaged: a NUL, a cut UTF-16 pair."""

    code = "source-decoding"


class UnsupportedSource(SourceError):
    """A format whose reader is not installed, or that has none."""

    code = "source-unsupported"


class UnreadableSource(SourceError):
    """A file of a known format that is damaged, encrypted, empty of text or hostile."""

    code = "source-unreadable"


class RecordError(CcdataError):
    """A record that breaks its model; `where` is `file:line`, `path` leads to the value."""

    code = "record-invalid"

    def __init__(self, where: str, path: str, message: str) -> None:
        self.where = where
        self.path = path
        self.message = message
        super().__init__(": ".join(part for part in (where, path, message) if part))

    def __reduce__(self) -> tuple[object, ...]:
        return (RecordError, (self.where, self.path, self.message))


class ReleaseError(CcdataError):
    """A folder or file that is no whole release of ours."""

    code = "release-broken"


class AuthorityError(CcdataError):
    """A data file of the authority contradicts itself or names what is not there."""

    code = "authority-invalid"


class UsageError(CcdataError):
    """A call that cannot be carried out as given."""

    code = "usage"
