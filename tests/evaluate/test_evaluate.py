"""Evaluation on shards made of gold: perfect ones score 1, damage lowers the damaged fields alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from gold_shard import FILES, GOLD, perfect

from ccdata.errors import RecordError, UsageError
from ccdata.evaluate import Evaluation, as_json, as_text, compare_runs, evaluate, load_run
from ccdata.records import Event, Mention, Quote
from ccdata.records.shard import Shard

Damage = Callable[[Shard], Shard]


def with_changes(shard: Shard, **parts: object) -> Shard:
    kept = {name: getattr(shard, name) for name in Shard.__slots__}
    return Shard(**{**kept, **parts})


def damaged(damage: Damage) -> Evaluation:
    return evaluate(GOLD, parse=lambda data, name: damage(perfect(data, name)))


def lowered(damage: Damage) -> set[str]:
    return {score.name for score in damaged(damage).scores() if score.lenient.f1 < 1}


def quotes(change: Callable[[Quote], Quote]) -> Damage:
    return lambda shard: with_changes(shard, quotes=tuple(map(change, shard.quotes)))


def events(change: Callable[[Event], Event]) -> Damage:
    return lambda shard: with_changes(shard, events=tuple(map(change, shard.events)))


@pytest.fixture(scope="module")
def best() -> Evaluation:
    return evaluate(GOLD, parse=perfect)


def test_gold_against_itself_is_right_everywhere(best: Evaluation) -> None:
    assert {score.name: score.lenient.f1 for score in best.scores()} == {
        score.name: 1.0 for score in best.scores()
    }
    assert {score.strict.f1 for score in best.scores()} == {1.0}
    assert list(best.misses()) == []
    report = best.types()
    assert report is not None
    assert (report.accuracy, report.macro_f1) == (1.0, 1.0)
    assert report.majority == "CONSULT"
    assert report.majority_accuracy < 0.5


def no_pronouns(quote: Quote) -> Quote:
    """What a parser without pronouns would do: speakers by `he`, `she`, `his` are lost."""
    said = any(party.text.casefold() in {"he", "she", "his", "they"} for party in quote.speakers)
    return quote.model_copy(update={"speakers": ()}) if said else quote


def test_without_pronouns_speakers_fall_and_nothing_else() -> None:
    assert lowered(quotes(no_pronouns)) == {"quote.speaker", "quote.nobody", "quote.span_and_speaker"}


@pytest.mark.parametrize(
    ("damage", "fields"),
    [
        (quotes(lambda q: q.model_copy(update={"kind": "scare"})), {"quote.kind"}),
        (quotes(lambda q: q.model_copy(update={"cue": "say"})), {"quote.cue"}),
        (quotes(lambda q: q.model_copy(update={"stance": "disputed"})), {"quote.stance"}),
        (quotes(lambda q: q.model_copy(update={"continues": None})), {"quote.continues"}),
        (quotes(lambda q: q.model_copy(update={"native_text": None})), {"quote.native"}),
        (quotes(lambda q: q.model_copy(update={"addressees": ()})), {"quote.addressees"}),
        (events(lambda e: e.model_copy(update={"medium": "other"})), {"event.medium"}),
        (events(lambda e: e.model_copy(update={"event_type": "CONSULT"})), {"event.type"}),
        (events(lambda e: e.model_copy(update={"countries": ()})), {"event.countries"}),
        (events(lambda e: e.model_copy(update={"passages": ()})), {"event.passages"}),
        (events(lambda e: e.model_copy(update={"location": None})), {"event.location"}),
        (events(lambda e: e.model_copy(update={"date_end": None})), {"event.date"}),
        (events(lambda e: e.model_copy(update={"actors": e.actors[:1]})), {"event.actors"}),
    ],
)  # fmt: skip
def test_damage_to_a_field_lowers_that_field_alone(damage: Damage, fields: set[str]) -> None:
    assert lowered(damage) == fields


def test_wrong_roles_lower_roles_alone() -> None:
    def mention(event: Event) -> Event:
        actors = tuple(actor.model_copy(update={"role": "mentioned"}) for actor in event.actors)
        return event.model_copy(update={"actors": actors})

    assert lowered(events(mention)) == {"event.roles"}


def test_lost_persons_lower_mentions_of_persons_alone() -> None:
    def without(shard: Shard) -> Shard:
        persons = {actor.id for actor in shard.actors if actor.kind == "person"}
        kept = tuple(mention for mention in shard.mentions if mention.actor_id not in persons)
        return with_changes(shard, mentions=kept)

    assert lowered(without) == {"mention.all", "mention.person"}


def test_a_lost_entry_is_missed_with_all_it_holds() -> None:
    evaluation = damaged(lambda shard: with_changes(shard, events=shard.events[1:]))
    for name in ("entry", "date", "medium", "type", "status", "actors"):
        score = evaluation.score(f"event.{name}")
        assert score.lenient.recall < 1
        assert score.lenient.precision == 1


def test_an_invented_quotation_costs_precision() -> None:
    def invent(shard: Shard) -> Shard:
        first = shard.quotes[0]
        span = first.span.of(shard.text, len(shard.text) - 9, len(shard.text) - 4)
        made = first.model_copy(update={"span": span, "id": f"{first.id}-9"})
        return with_changes(shard, quotes=(*shard.quotes, made))

    counts = damaged(invent).score("quote.span").lenient
    assert counts.recall == 1
    assert counts.predicted == counts.gold + 2


def test_pronouns_and_unresolved_names_are_not_scored(best: Evaluation) -> None:
    def more(shard: Shard) -> Shard:
        first = shard.mentions[0]
        span = first.span.of(shard.text, 2000, 2003)
        added: list[Mention] = [
            first.model_copy(update={"span": span, "method": "pronoun"}),
            first.model_copy(update={"span": span, "actor_id": None}),
        ]
        return with_changes(shard, mentions=(*shard.mentions, *added))

    assert damaged(more).score("mention.all") == best.score("mention.all")


def test_a_mention_of_the_wrong_actor_is_wrong_twice() -> None:
    def swap(shard: Shard) -> Shard:
        wrong = [m.model_copy(update={"actor_id": "actor:nobody-here"}) for m in shard.mentions]
        return with_changes(shard, mentions=tuple(wrong))

    counts = damaged(swap).score("mention.all").lenient
    assert counts.hits == 0
    assert counts.gold > 0
    assert counts.predicted > counts.gold  # optional ones, wrongly resolved, count too


def test_provisional_ids_are_known_by_name() -> None:
    def provisional(shard: Shard) -> Shard:
        old = {actor.id: actor.name for actor in shard.actors if actor.id == "actor:wang-yi"}
        new = f"actor:{shard.article.id}:wang-yi"
        swap = [m.model_copy(update={"actor_id": new}) if m.actor_id in old else m for m in shard.mentions]
        return with_changes(shard, mentions=tuple(swap))

    assert lowered(provisional) == set()


def test_provisional_ids_are_known_by_their_place() -> None:
    def labelled(shard: Shard) -> Shard:
        new = f"actor:{shard.article.id}:label-7"
        swap = [
            m.model_copy(update={"actor_id": new}) if m.actor_id == "actor:xi-jinping" else m
            for m in shard.mentions
        ]
        return with_changes(shard, mentions=tuple(swap))

    assert lowered(labelled) == set()


def test_alternatives_count_leniently_not_strictly() -> None:
    def other(shard: Shard) -> Shard:
        changed = [e.model_copy(update={"event_type": None}) if e.ordinal == 1 else e for e in shard.events]
        return with_changes(shard, events=tuple(changed))

    evaluation = evaluate(GOLD / "cc-22-3-china-russia.jsonl", parse=lambda d, n: other(perfect(d, n)))
    score = evaluation.score("event.type")
    assert score.lenient.f1 == 1
    assert score.strict.hits == score.strict.gold - 1


def test_intervals_hold_the_score_and_are_the_same_twice() -> None:
    score = damaged(quotes(no_pronouns)).score("quote.speaker")
    again = damaged(quotes(no_pronouns)).score("quote.speaker")
    assert score == again
    assert score.low is not None
    assert score.high is not None
    assert score.low < score.lenient.f1 < score.high


def test_misses_show_the_text_around() -> None:
    evaluation = damaged(quotes(no_pronouns))
    lines = list(as_text(evaluation, misses=100))
    at = next(n for n, line in enumerate(lines) if line.endswith("quote 7 quote.speaker"))
    assert lines[at + 1] == "    expected actor:vladimir-putin; got nothing"
    assert "⟦as soon as possible.⟧" in lines[at + 2]
    assert sum("⟦" in line for line in lines) == sum(1 for _ in evaluation.misses())


def test_a_run_against_a_former_run_says_what_changed(tmp_path: Path, best: Evaluation) -> None:
    worse = as_json(damaged(quotes(no_pronouns)))
    file = tmp_path / "former.json"
    file.write_text(json.dumps(as_json(best)), encoding="utf-8")
    change = compare_runs(load_run(file), worse)
    assert change.sentence() == f"this change: +0, -{len(worse['misses'])}"
    assert [name for name, before, now in change.moved if now > before] == []
    assert {name for name, _, _ in change.moved} == {
        "quote.speaker", "quote.nobody", "quote.span_and_speaker",
    }  # fmt: skip
    assert compare_runs(worse, as_json(best)).sentence() == f"this change: +{len(worse['misses'])}, -0"
    assert compare_runs(worse, worse).sentence() == "this change: +0, -0"


def test_another_wrong_answer_is_the_same_miss() -> None:
    one = as_json(damaged(quotes(lambda q: q.model_copy(update={"cue": "say"}))))
    other = as_json(damaged(quotes(lambda q: q.model_copy(update={"cue": "x"}))))
    change = compare_runs(one, other)
    assert [miss for miss in change.won if miss["expected"] is not None] == []
    assert {miss["expected"] for miss in change.lost} == {"say", None}


def test_runs_over_other_gold_are_not_compared(best: Evaluation) -> None:
    one = as_json(evaluate(FILES[0], parse=perfect))
    with pytest.raises(UsageError, match="other gold"):
        compare_runs(one, as_json(best))


def test_faults_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        evaluate(tmp_path / "nothing", parse=perfect)
    with pytest.raises(UsageError, match="no gold file"):
        evaluate(tmp_path, parse=perfect)
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"record_type":"gold_header"}\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"broken\.jsonl:1: .*article_id"):
        evaluate(broken, parse=perfect)
    moved = tmp_path / FILES[0].name
    moved.write_bytes(FILES[0].read_bytes())
    with pytest.raises(UsageError, match="source cannot be read"):
        evaluate(moved, parse=perfect)
    with pytest.raises(UsageError, match="not a run"):
        load_run(moved)


def test_a_source_that_was_changed_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "a" / "b" / FILES[0].name
    gold.parent.mkdir(parents=True)
    gold.write_bytes(FILES[0].read_bytes())
    header = json.loads(FILES[0].read_text(encoding="utf-8").split("\n", 1)[0])
    source = gold.parent / header["source"]
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text("another text", encoding="utf-8")
    with pytest.raises(UsageError, match="not the text that was annotated"):
        evaluate(gold, parse=perfect)
