"""The catalogue of findings: every code, what it means, why it matters and how to mend it.

One row a code. A code is never reused for something else. `ccdata explain CODE` and the docs print it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ccdata.records.terms import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    name: str
    severity: Severity
    title: str
    why: str
    remedy: str


_ROWS: tuple[tuple[str, Severity, str, str, str], ...] = (
    # reading a source
    ("encoding-guessed", "warning", "The encoding was guessed",
     "The bytes are neither UTF-8 nor UTF-16 with a mark; they were read as windows-1252.",
     "Look at the letters with accents; if they are wrong, save the source as UTF-8."),
    ("mojibake-repaired", "note", "Letters damaged by a wrong encoding were repaired",
     "The source shows the trace of text decoded wrongly once; the clean text has the repaired letters.",
     "Nothing; the canonical text keeps the damaged ones."),
    ("source-empty", "error", "The source has no text", "Nothing but white space was found.",
     "Hand in the article's text."),
    ("source-binary", "error", "The source is not text",
     "The bytes are neither text nor a format that is read here.", "Hand in text, HTML or PDF."),
    ("source-decoding", "error", "The source's text is damaged",
     "It holds a NUL, a lone surrogate or a cut character.", "Save it again as UTF-8."),
    ("source-unsupported", "error", "No reader for this format",
     "The format needs an extra that is not installed, or is not read at all.",
     "Install the extra that the message names."),
    ("source-unreadable", "error", "The file cannot be read",
     "It is damaged, encrypted, has no text layer or asks for more than a reader may spend.",
     "Open it elsewhere and hand in its text."),
    # the document
    ("furniture-dropped", "note", "Running heads, menus or footers were left out",
     "They belong to the page, not to the article.", "Nothing, unless the message quotes article text."),
    ("not-an-article", "warning", "This is not an article of the journal",
     "Neither masthead nor citation nor chronology was found.",
     "Nothing is invented for it; hand in an article if you meant to."),
    ("line-unread", "warning", "A line was understood by no rule",
     "Every line of a source is read, named as ignored, or reported here.",
     "Report it: a rule of this layout is missing."),
    ("title-missing", "warning", "No title was found", "The source may begin in mid-article.", "Add it in errata."),
    ("chronology-missing", "warning", "No chronology was found",
     "Neither a heading nor dated entries stand in the source.", "Check that the source is complete."),
    ("published-contradicts", "warning", "The printed date contradicts the issue",
     "The month printed is not the one in which this issue appeared, by its number and newest event.",
     "`published` follows issue and events; `published_as_printed` keeps the print."),
    ("volume-derived", "note", "Volume and issue were derived",
     "The page prints neither; the period covered is that of one issue.", "Nothing, or add them in errata."),
    ("citation-contradicts", "warning", "The citation notice contradicts itself",
     "Volume or issue is printed twice with different figures.", "See `anchors`; correct it in errata."),
    ("period-contradicts", "warning", "The period contradicts the entries",
     "The heading's period is plainly not the time of the entries.", "The entries' own dates stand."),
    ("columns-interleaved", "warning", "Columns may be interleaved",
     "Lines of two columns seem to alternate; nothing was rearranged.", "Hand in the PDF or HTML itself."),
    # dates
    ("date-impossible", "warning", "A date that no calendar has",
     "The label prints a day or month that does not exist.", "The date stays null; correct it in errata."),
    ("date-backward", "warning", "A range that runs backward",
     "The label's end lies before its start.", "The date stays null; correct it in errata."),
    ("date-lost", "warning", "An entry whose date is lost",
     "The source has the entry but not its date.", "The date stays null; nothing is put in its place."),
    ("date-out-of-order", "note", "An entry out of order",
     "It begins before the entry above it.", "Nothing: the source's order is kept."),
    ("date-outside-period", "note", "A date outside the article's period",
     "The entry lies before or after the period in the chronology's heading.", "Check the label for a slip."),
    # quotations and actors
    ("quote-unclosed", "warning", "A quotation that is not closed",
     "An opening mark has no partner in its paragraph.", "No quotation is made of it."),
    ("quote-unopened", "warning", "A closing mark that nothing opens",
     "A closing quotation mark has no partner in its paragraph.", "No quotation is made of it."),
    ("name-damaged", "note", "A name was recognised though damaged",
     "The letters differ from the known name by a slip of print or of a scanner.",
     "Check the mention; correct it in errata."),
    ("name-ambiguous", "note", "A name that fits two actors",
     "The article names two whom these words could mean.", "The mention's actor stays null."),
    ("office-contradicts", "warning", "A title that the authority contradicts",
     "On that day the authority knows another office of this person.",
     "`role_title` keeps the print, `office` the authority's."),
    # errata
    ("erratum-unused", "warning", "An erratum that fits nothing",
     "Its article was read, but the printed words it corrects were not found.", "Check the errata file."),
    # linking
    ("article-duplicate", "warning", "An article handed in more than once",
     "Two sources gave the same article's id; the one that gave more records was kept.",
     "Remove the other source, or correct the id if they are two articles."),
    # checking records and releases
    ("bytes-encoding", "error", "Not UTF-8", "A release's text files are UTF-8 with LF.", "Build it again."),
    ("line-not-json", "error", "A line that is not a JSON object", "It may be cut.", "Build it again."),
    ("line-not-canonical", "error", "A line that is not its own re-serialisation",
     "Keys doubled, in another order, or written in another way.", "Build it again."),
    ("schema-violated", "error", "The record breaks its JSON Schema",
     "A key is missing, added or of the wrong kind.", "The path names the value."),
    ("record-invalid", "error", "The record breaks a rule of its model",
     "A rule that JSON Schema cannot say: real days, order of dates, length of spans.",
     "The path names the value."),
    ("span-mismatch", "error", "A span that does not hold what it quotes",
     "The canonical text has other characters at these offsets.", "Build it again from the source."),
    ("span-outside", "error", "A span outside its text or its container",
     "It ends behind the text, or lies outside the entry it belongs to.", "Build it again."),
    ("text-mismatch", "error", "A text that its span does not give",
     "The clean text is derived from the span; this one is not.", "Build it again."),
    ("reference-broken", "error", "A reference to a record that is not there",
     "An id names no record of the release.", "Build it again; look for a record that was deleted."),
    ("id-duplicate", "error", "An id used twice", "Ids name one record each.", "Build it again."),
    ("id-mismatch", "error", "An id that its record does not give",
     "Ids are made from the record's own facts.", "Build it again."),
    ("order-broken", "error", "Records out of order",
     "Articles go by volume, issue and pair; records by span; actors by id.", "Build it again."),
    ("date-inconsistent", "error", "Dates of a record that disagree",
     "The EDTF expression gives other days than date_start and date_end.", "Build it again."),
    ("field-mismatch", "error", "A field that does not fit another of its record",
     "An anchor names a field that is null, a gap one that is filled, a finding a severity that is not its code's.",
     "Build it again."),
    ("manifest-mismatch", "error", "A file that is not the one in the manifest",
     "Its size or hash differs, it is missing or foreign.", "Build it again, or fetch the release again."),
    ("formats-disagree", "error", "Two formats of the release disagree",
     "Parquet, CSV or SQLite hold other records than the JSON Lines.", "Export it again."),
    ("assertion-failed", "error", "The corpus breaks an assertion",
     "A floor, ceiling or fill rate in assertions.toml does not hold.", "Look at what changed."),
    ("reparse-differs", "error", "The source gives another record",
     "Reading the source again does not give what the release holds.", "Build it again."),
    ("schema-unknown", "error", "A schema version that is not known",
     "The release names a version of which no schema is here.", "Install a newer ccdata."),
    ("release-broken", "error", "No whole release", "A file that every release has is missing.", "Build it again."),
    ("authority-invalid", "error", "A data file contradicts itself",
     "The authority names something twice or something unknown.", "Mend the data file."),
    ("usage", "error", "A call that cannot be carried out", "The arguments do not fit.", "See --help."),
    ("could-not-run", "error", "The command could not run", "Something it needs is missing.", "See the message."),
)  # fmt: skip

CATALOGUE: dict[str, Code] = {row[0]: Code(*row) for row in _ROWS}
"""Every code by its name."""
