"""What all records share: frozen, strict, closed, and one way to be written."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, WithJsonSchema

from ccdata.errors import RecordError

DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

Text = Annotated[str, StringConstraints(min_length=1)]
"""A string with something in it: there are no empty strings in our records, null says 'nothing'."""

Alpha3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 3166-1 alpha-3 code."""

Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
"""A month, `YYYY-MM`."""

Day = Annotated[dt.date, WithJsonSchema({"type": "string", "pattern": DATE_PATTERN})]
"""A calendar day, `YYYY-MM-DD`."""

Edtf = Annotated[str, StringConstraints(pattern=r"^[0-9~?/.X-]{4,}$")]
"""An Extended Date/Time Format expression (ISO 8601-2:2019, level 1)."""

Count = Annotated[int, Field(ge=0)]
"""A count or an offset, from 0."""


class Shape(BaseModel):
    """A frozen value with a fixed list of fields, none of which has a default: absent is not null."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,
        ser_json_inf_nan="constants",
        allow_inf_nan=False,
    )


class Record(Shape):
    """A record of a release: `record_type` and `id` first, then its own fields."""

    TYPE: ClassVar[str] = ""

    def to_json(self) -> str:
        """Return the canonical line: every key, in the order of the model, no spaces, no newline."""
        return self.model_dump_json()

    def to_line(self) -> bytes:
        """Return the canonical line as a file of JSON Lines has it: UTF-8, with its line feed."""
        return self.__pydantic_serializer__.to_json(self) + b"\n"

    def to_plain(self) -> dict[str, Any]:
        """Return the record as the parsed JSON of its line."""
        made: dict[str, Any] = self.__pydantic_serializer__.to_python(self, mode="json")
        return made

    @classmethod
    def from_json(cls, line: str | bytes, *, where: str = "") -> Self:
        """Read one line of JSON.

        Raises RecordError, with the path to the value, where the line breaks the model.
        """
        try:
            return cls.model_validate_json(line, strict=True)
        except ValidationError as error:
            raise record_error(error, where) from None


def record_error(error: ValidationError, where: str) -> RecordError:
    """Say the first of pydantic's complaints as ours: place, path, message."""
    first = error.errors(include_url=False, include_context=False)[0]
    return RecordError(where, path_of(first["loc"]), first["msg"])


def path_of(steps: tuple[int | str, ...]) -> str:
    """Write the steps to a value as `events[12].span.end`."""
    path = ""
    for step in steps:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path


def plain(value: Any) -> Any:
    """Return a shape as plain lists and dicts, dates as ISO strings."""
    return value.model_dump(mode="json") if isinstance(value, Shape) else value
