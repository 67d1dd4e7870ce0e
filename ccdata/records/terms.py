"""The closed lists: every enumeration of the records, each value explained once in the docs."""

from __future__ import annotations

from typing import Literal

DatePrecision = Literal["day", "range", "month", "part_of_month", "season", "part_of_year", "year", "unknown"]
Role = Literal["source", "target", "participant", "mentioned"]
Medium = Literal[
    "in_person", "phone", "video", "letter", "document", "statement", "military", "other", "unknown"
]
Status = Literal["asserted", "future", "negated", "hypothetical", "historical"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
CcType = Literal[
    "statement", "appointment", "dismissal", "resignation", "election", "health", "death",
    "delivery", "publication", "ceremony", "legislation", "disaster", "other",
]  # fmt: skip
QuoteKind = Literal["direct", "fragment", "scare", "title", "block", "translated_term"]
Attribution = Literal["explicit", "implicit", "none"]
Stance = Literal["asserted", "disputed"]
DateBasis = Literal["explicit", "context", "relative"]
Method = Literal["alias", "title", "surname", "pronoun", "metonym", "description"]
ActorKind = Literal["person", "country", "igo", "government", "media", "military", "organisation", "vessel"]
PartyKind = Literal["country", "region"]
GapReason = Literal[
    "not_printed", "lost_in_source", "ambiguous", "no_rule", "contradictory", "out_of_codebook",
    "authority_ends",
]  # fmt: skip
Severity = Literal["error", "warning", "note"]
IdentifierScheme = Literal["wikidata", "iso3166-1-alpha-2", "iso3166-1-alpha-3", "cow", "cameo"]
