"""Is a quotation a clause? It is where a finite verb stands behind a subject, on the main level.

the situation is under control            clause
[W]e have always believed that ...        clause
where is France?                          clause: a question
is driven by strong forces                none: the verb comes first, its subject is the author's
the best deal that Japan has ever made    none: the verb belongs to "that"
to hear someone say                       none
"""

from __future__ import annotations

import re

from ccdata.authority.cues import Cues, Shape, Word, load_cues

_WORD = re.compile(r"[\w][\w'’-]*|[,;:.?!—–()]")
_LEAD = " \t\n\u00a0.…\"'“‘("
_FINITE = Word.MODAL | Word.BE | Word.HAVE | Word.DO
_SUBORDINATE = frozenset(
    {
        "if",
        "when",
        "because",
        "although",
        "though",
        "while",
        "since",
        "once",
        "unless",
        "whether",
        "until",
        "as",
    }
)
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "you"})
_INDEFINITE = frozenset(
    {"nobody", "everybody", "somebody", "everyone", "someone", "nothing", "everything", "anyone", "anybody"}
)
_DID = frozenset({"did", "didn't", "does", "doesn't"})
_POINTING = frozenset({"it", "this", "there"})
_BEFORE_VERB = _SUBJECTS | _INDEFINITE | _POINTING
_OPENING = Word.SUBORDINATOR | Word.RELATIVE | Word.CONTRAST
_PAUSES = frozenset({",", ";", ".", "?", "!", "—"})
_CONTRACTED = re.compile(r"(?:i|we|he|she|they|you|it|that|there|this|what|who)'(?:s|re|m|ve|ll|d)$|let's$")
_MOST = 60
_LONG = 4
_SHORT = 3
_NOUN = 2
"""An article and a noun before a pronoun."""


def is_clause(text: str, *, after_that: bool = False, spoken: bool = False) -> bool:
    """Say whether the words are a complete clause.

    `after_that`: the author's "that" stands before them. `spoken`: they stand as a sentence of their own.
    """
    cues = load_cues()
    plain = text.lstrip(_LEAD).replace("[", "").replace("]", "")
    words = _WORD.findall(plain.lower().replace("’", "'"))[:_MOST]
    if not words or _lacks_subject(words, text, cues):
        return False
    if _has_main_verb(words, cues):
        return True
    if text.rstrip("\"'”’ ").endswith(("?", "!")) and len(words) > _SHORT:
        return True
    if words[0] in _SUBORDINATE and "," not in words[:-1]:
        return False
    if spoken:
        return plain[:1].isupper() and _is_spoken_clause(words, cues)
    opens_below = cues.words.get(words[0], 0) & (_FINITE | Word.PREPOSITION)
    return (
        after_that
        and not opens_below
        and len(words) >= _LONG
        and _has_lexical_verb(words, cues, spoken=False)
    )


def _lacks_subject(words: list[str], text: str, cues: Cues) -> bool:
    """Say whether the words begin with a finite verb, its subject the author's: "has kept its word"."""
    begins = cues.words.get(words[0], 0) & (Word.HAVE | Word.BE | Word.MODAL) or words[0] in _DID
    asks = text.rstrip("\"'”’ ").endswith(("?", "!"))
    return bool(begins) and not asks and words[0] != "have" and ";" not in words


def _is_spoken_clause(words: list[str], cues: Cues) -> bool:
    """Say whether capitalised words hold a full verb, or begin with an imperative."""
    if cues.words.get(words[0], 0) & Word.FINITE and len(words) > 1:
        return True
    return len(words) >= _SHORT and _has_lexical_verb(words, cues, spoken=True)


def _has_main_verb(words: list[str], cues: Cues) -> bool:
    """Look for an auxiliary or a verb behind a pronoun that is not the verb of "that", "who", "if"."""
    taken = 0
    flags = [cues.words.get(word, 0) for word in words]
    for at, word in enumerate(words):
        if "'" in word and not taken and _CONTRACTED.match(word):
            return True
        if word in _PAUSES:
            taken = 0
        elif _opens_subordinate(words, flags, at):
            taken = 1
        elif at and (
            flags[at] & _FINITE or (words[at - 1] in _BEFORE_VERB and _follows_pronoun(words, at, cues))
        ):
            if (
                flags[at - 1] & Word.MODAL
                or words[at - 1] in {"to", "and", "or"}
                or (words[at - 1] in {",", "("} and at == 1)
            ):
                continue
            if not taken:
                return True
            taken = 0
    return False


def _opens_subordinate(words: list[str], flags: list[int], at: int) -> bool:
    word = words[at]
    if word in _SUBJECTS:
        return _is_contact(words, flags, at)
    if not flags[at] & _OPENING:
        return False
    if word == "that":
        return at > 0 or (len(words) > 1 and not flags[1] & _FINITE)
    if flags[at] & Word.RELATIVE and word != "what":
        return True
    return word in _SUBORDINATE or (word in {"what", "where", "why", "how"} and at == 0)


def _follows_pronoun(words: list[str], at: int, cues: Cues) -> bool:
    """Say whether a verb follows a pronoun that can only be a subject."""
    left = words[at - 1]
    if left in _INDEFINITE and words[at] != "else's":
        return words[at].endswith(("s", "ed")) or bool(cues.words.get(words[at], 0) & Word.FINITE)
    if left not in _SUBJECTS and not (left in _POINTING and _is_lexical(words[at], cues)):
        return False
    no_verb = cues.words.get(words[at], 0) & (Word.PREPOSITION | Word.CONJUNCTION)
    return words[at].isalpha() and (not no_verb or words[at] == "like")


def _is_contact(words: list[str], flags: list[int], subject: int) -> bool:
    """Say whether a pronoun begins a relative clause without "that": "the hardest thing | I have heard"."""
    if subject < _NOUN or not flags[0] & (Word.DETERMINER | Word.POSSESSIVE) or words[0] in _POINTING:
        return False
    return words[subject - 1].isalpha() and not flags[subject - 1]


def _is_lexical(word: str, cues: Cues) -> bool:
    flags = cues.words.get(word, 0)
    if flags & Word.FINITE:
        return True
    if flags:
        return False
    form = cues.verbs.get(word)
    if form is not None and form.shape & (Shape.PAST | Shape.THIRD):
        return True
    return len(word) > _LONG and word.endswith("ed") and word not in cues.nouns


def _acts(before: str, word: str, behind: str, cues: Cues) -> bool:
    """Say whether -s makes a verb: no plural before it, an object behind it ("the bill kills jobs")."""
    if before.endswith("s"):
        form = cues.verbs.get(word)
        return form is not None and bool(form.shape & Shape.BASE) and behind.isalpha()
    third = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORT
    no_object = Word.PREPOSITION | Word.CONJUNCTION | Word.BE
    return third and behind.isalpha() and not cues.words.get(behind, 0) & no_object


def _acts_of_many(before: str, word: str, behind: str, cues: Cues) -> bool:
    """Say whether a plural has a verb behind it: "the maps offend the villagers", "envoys speak daily"."""
    if not before.endswith("s") or before.endswith("ss") or cues.words.get(word, 0) or word in cues.nouns:
        return False
    form = cues.verbs.get(word)
    if form is not None:
        return bool(form.shape & Shape.BASE)
    object_follows = cues.words.get(behind, 0) & (Word.DETERMINER | Word.POSSESSIVE)
    return bool(object_follows) and not word.endswith(("s", "ing", "ed", "ly"))


def _has_lexical_verb(words: list[str], cues: Cues, *, spoken: bool) -> bool:
    """Look for a full verb behind a noun, no participle that goes with it."""
    closed = Word.PREPOSITION | Word.DETERMINER | Word.POSSESSIVE | Word.CONJUNCTION | Word.BE
    for at in range(1, len(words)):
        before = cues.words.get(words[at - 1], 0)
        if before & closed or words[at - 1] in {"to", ","}:
            continue
        behind = words[at + 1] if at + 1 < len(words) else ""
        if not words[at].isalpha() or (not spoken and behind in {"by", "of"}):
            continue
        if _acts_of_many(words[at - 1], words[at], behind, cues):
            return True
        takes = spoken or cues.words.get(behind, 0) & (Word.DETERMINER | Word.POSSESSIVE)
        if _is_lexical(words[at], cues) or (takes and _acts(words[at - 1], words[at], behind, cues)):
            return True
    return spoken and bool(cues.verbs.get(words[0]) or cues.words.get(words[0], 0) & (Word.FINITE | Word.DO))
