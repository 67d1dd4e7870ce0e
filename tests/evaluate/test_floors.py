"""No change may lower a figure that was reached: the floors only rise."""

from __future__ import annotations

from pathlib import Path

from floors import fallen, raised, read_floors, write_floors
from gold_shard import GOLD, perfect

from ccdata.evaluate import Evaluation, evaluate
from ccdata.records.shard import Shard


def test_figures_lie_on_or_above_their_floors() -> None:
    floors = read_floors()
    assert fallen(floors, evaluate(GOLD) if floors else worse()) == []


def worse() -> Evaluation:
    def without_speakers(data: bytes, name: str) -> Shard:
        shard = perfect(data, name)
        quotes = tuple(quote.model_copy(update={"speakers": ()}) for quote in shard.quotes)
        return Shard(**{**{key: getattr(shard, key) for key in Shard.__slots__}, "quotes": quotes})

    return evaluate(GOLD, parse=without_speakers)


def test_a_fallen_figure_is_named() -> None:
    floors = raised({}, evaluate(GOLD, parse=perfect))
    assert set(floors.values()) == {0.98}
    named = fallen(floors, worse())
    assert [line.split(":")[0] for line in named] == [
        "quote.speaker",
        "quote.nobody",
        "quote.span_and_speaker",
    ]


def test_a_field_that_is_measured_no_more_has_fallen() -> None:
    assert fallen({"event.colour": 0.5}, worse()) == ["event.colour: 0.0000 is below its floor 0.5"]


def test_floors_never_sink(tmp_path: Path) -> None:
    high = raised({}, evaluate(GOLD, parse=perfect))
    assert raised(high, worse()) == high
    file = tmp_path / "floors.toml"
    file.write_text("# why\n[floors]\n", encoding="utf-8")
    write_floors(high, file)
    assert read_floors(file) == high
    assert file.read_text(encoding="utf-8").startswith("# why\n[floors]\n")
