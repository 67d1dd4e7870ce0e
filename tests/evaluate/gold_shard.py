"""A shard made of gold alone: what a perfect parser would return."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ccdata.evaluate import Gold, load_gold
from ccdata.evaluate.gold import GoldEvent, GoldQuote, GoldWho
from ccdata.records import RECORD_TYPES, Numberer
from ccdata.records.shard import Shard

GOLD = Path(__file__).parent.parent / "gold"
FILES = sorted(GOLD.glob("*.jsonl"))
SECOND = sorted((GOLD / "second").glob("*.jsonl"))
_NOTHING: dict[str, Any] = {"anchors": [], "gaps": [], "corrections": []}


def perfect(data: bytes, _name: str) -> Shard:
    """Parse by looking the source up in the gold."""
    sha256 = hashlib.sha256(data).hexdigest()
    gold = next(gold for gold in map(load_gold, FILES) if gold.header.sha256 == sha256)
    return shard_of(gold, data.decode())


def shard_of(gold: Gold, text: str) -> Shard:
    """Return the gold as records."""
    return _Maker(gold, text).shard()


class _Maker:
    def __init__(self, gold: Gold, text: str) -> None:
        self.gold = gold
        self.text = text
        self.article = gold.header.article_id
        number = Numberer(self.article)
        self.events = {e.ordinal: number.name("event", e.text) for e in gold.events}
        self.quotes = {q.n: number.name("quote", q.kind, q.text, str(q.n)) for q in gold.quotes}
        self.number = number

    def shard(self) -> Shard:
        quotes = [self._quote(quote) for quote in self.gold.quotes]
        return Shard(
            article=self._record("article", self._article()),
            events=tuple(self._record("event", self._event(event)) for event in self.gold.events),
            quotes=tuple(self._record("quote", quote) for quote in quotes),
            actors=tuple(self._record("actor", actor) for actor in self._actors()),
            mentions=tuple(self._record("mention", mention) for mention in self._mentions()),
            findings=(),
            text=self.text,
        )

    def _record(self, record_type: str, fields: dict[str, Any]) -> Any:
        line = json.dumps({"record_type": record_type, **fields})
        return RECORD_TYPES[record_type].from_json(line)

    def _article(self) -> dict[str, Any]:
        assert self.gold.article is not None
        made = self.gold.article.model_dump(mode="json")
        for key in ("record_type", "spans", "alt_spans", "note"):
            del made[key]
        made["sections"] = [
            {**section, "start": section["span"]["end"], "end": len(self.text)}
            for section in made["sections"]
        ]
        facts = {"name": "x.txt", "media_type": "text/plain", "layout": "flat"}
        source = {**facts, "sha256": self.gold.header.sha256, "length": len(self.text)}
        return {**made, **_NOTHING, "article_id": self.article, "source": source}

    def _event(self, event: GoldEvent) -> dict[str, Any]:
        made = event.model_dump(mode="json")
        location = made["location"]
        return {
            **{key: made[key] for key in _EVENT_KEYS},
            **_NOTHING,
            "id": self.events[event.ordinal],
            "article_id": self.article,
            "actors": [self._event_actor(actor, event) for actor in made["actors"]],
            "location": location,
            "related_dates": [
                {"text": d["text"], "span": d["span"], "date_edtf": d["date_edtf"], "anchor_date": None}
                for d in made["related_dates"]
            ],
            "happenings": [
                {key: h[key] for key in ("text", "span", "date_edtf", "medium", "event_type", "status")}
                | {"event_mode": None, "basis": None}
                for h in made["happenings"]
            ],
            "passages": [{"span": p["span"], "evidence": "gold"} for p in made["passages"]],
            "quad_code": None,
            "magnitude": None,
            "basis": None,
            "codebook_version": None,
            "quote_ids": [],
            "links": [],
            "same_as": [],
        }

    def _event_actor(self, actor: dict[str, Any], event: GoldEvent) -> dict[str, Any]:
        span = actor["span"] or event.span.model_dump()
        return {
            **_party(actor["id"], actor["mention"] or actor["name"], span),
            "role": actor["role"],
        }

    def _quote(self, quote: GoldQuote) -> dict[str, Any]:
        made = quote.model_dump(mode="json")
        return {
            **{key: made[key] for key in _QUOTE_KEYS},
            **_NOTHING,
            "id": self.quotes[quote.n],
            "article_id": self.article,
            "speakers": [_who(who) for who in quote.speakers],
            "addressees": [_who(who) for who in quote.addressees],
            "reported_via": [_who(who) for who in quote.reported_via],
            "cue_text": quote.cue_span.exact if quote.cue_span else None,
            "within": self.quotes.get(quote.within or 0),
            "continues": self.quotes.get(quote.continues or 0),
            "event_id": self.events.get(quote.event_ordinal or 0),
            "section": None,
            "same_as": [],
        }

    def _actors(self) -> list[dict[str, Any]]:
        empty: dict[str, Any] = {"family_name": None, "given_name": None, "native_name": None, "aliases": []}
        return [
            {
                "id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country, **empty,
                "identifiers": [], "occupancies": [], "curated": False,
            }
            for actor in self.gold.actors
        ]  # fmt: skip

    def _mentions(self) -> list[dict[str, Any]]:
        return [
            {
                "id": self.number.name("mention", mention.method, mention.text),
                "article_id": self.article, "actor_id": mention.actor_id, "text": mention.text,
                "span": mention.span.model_dump(), "role_title": None, "role_span": None,
                "method": mention.method,
            }
            for mention in self.gold.mentions
        ]  # fmt: skip


def _who(who: GoldWho) -> dict[str, Any]:
    return _party(who.id, who.text, who.span.model_dump())


def _party(actor_id: str | None, text: str, span: dict[str, Any]) -> dict[str, Any]:
    method = "alias" if actor_id else "description"
    return {
        "actor_id": actor_id, "text": text, "span": span, "country": None, "role_title": None,
        "role_span": None, "office": None, "method": method,
    }  # fmt: skip


_EVENT_KEYS = (
    "ordinal", "date_text", "date_span", "date_start", "date_end", "date_edtf", "date_precision", "text",
    "span", "countries", "event_type", "event_mode", "contexts", "cc_type", "status", "medium",
)  # fmt: skip
_QUOTE_KEYS = (
    "kind", "text", "span", "attribution", "cue", "cue_span", "stance", "date_edtf", "date_basis",
    "native_text", "native_span", "native_language",
)  # fmt: skip
