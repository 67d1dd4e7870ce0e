"""Promise 4: JSONL = Parquet = CSV = SQLite; read back, the same records."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from ccdata.dataset import Dataset
from ccdata.export import FORMATS, write_release
from ccdata.load import load
from ccdata.records import Record
from ccdata.testing.records import releases

UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]


@given(records=releases())
@settings(max_examples=20, suppress_health_check=UNHURRIED)
def test_every_format_reads_back_the_same_records(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        write_release(Dataset(records), out, FORMATS)
        for name in FORMATS:
            assert list(load(out, format=name).records()) == records
