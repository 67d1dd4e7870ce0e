"""Records for other tools, a call each; pandas, polars and duckdb are the caller's to install."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ccdata.errors import UsageError

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """Return the table as a pandas data frame, days as its own dates: `frame.date_start.dt.year`."""
    _require("pandas")
    return table.to_pandas(date_as_object=False)


def to_polars(table: pa.Table) -> pl.DataFrame:
    """Return the table as a polars data frame, lists and structs kept."""
    frame: pl.DataFrame = _require("polars").from_arrow(table)
    return frame


def to_duckdb(tables: Mapping[str, pa.Table]) -> duckdb.DuckDBPyConnection:
    """Return a connection to an in-memory DuckDB in which every table can be queried by its name."""
    connection: duckdb.DuckDBPyConnection = _require("duckdb").connect()
    for name, table in tables.items():
        connection.register(name, table)
    return connection


def _require(name: str) -> Any:
    """Import a library that is not ours to bring. Raises UsageError where it is missing."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UsageError(f"this needs {name}: pip install {name}") from error
