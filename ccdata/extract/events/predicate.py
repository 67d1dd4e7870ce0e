"""The main verb of a clause and what its auxiliaries say.

    clause    = [LEAD ","] subject group rest
    group     = AUXILIARY* ADVERB* VERB [PARTICLE] [("to" | "-ing") group]
    LEAD      = a subordinate clause or a phrase with a preposition at the head of the sentence

A chronology tells in the present tense, a newspaper in the past: both are read. Forms that are nouns as
often as verbs ("visits", "talks") count as verbs only where a noun cannot stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ccdata.authority.triggers import Form, Triggers
from ccdata.extract.events.words import Word

_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ful", "ese", "ish", "ary", "ian", "can")
_READY = {"ready", "willing", "prepared", "unwilling", "set", "due", "likely", "able", "unable", "slated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb group: `begin` is its first word, `verb` the word that carries the meaning, `end` behind it."""

    lemma: str
    begin: int
    verb: int
    end: int
    passive: bool = False
    negated: bool = False
    future: bool = False
    obliged: bool = False
    possible: bool = False
    controls: tuple[str, ...] = ()
    """The verbs that took this one, outermost first: `agree` in "agree to meet"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `[low, high)` of a sentence, read with the lexicon."""

    words: tuple[Word, ...]
    low: int
    high: int
    triggers: Triggers
    states: tuple[tuple[int, str], ...] = ()
    """The states of the names in the sentence, by the clean offset of the name."""

    def at(self, place: int) -> str:
        """Return the word at a place, lower case; "" outside the clause."""
        return self.words[place].lower if self.low <= place < self.high else ""

    def is_in(self, place: int, kind: str) -> bool:
        """Say whether the word at a place belongs to a class of words."""
        return self.at(place) in self.triggers.words[kind]

    def find(self, start: int | None = None) -> Predicate | None:
        """Return the first finite verb group from `start` on, relative clauses left out."""
        place = self.low if start is None else start
        place = self._behind_lead(place) if start is None else place
        return self._search(place)

    def _search(self, place: int) -> Predicate | None:
        while place < self.high:
            if self.words[place].aside:
                place += 1
                continue
            if self.is_in(place, "relatives") and place > self.low:
                place = self._behind_relative(place)
                continue
            if self.is_finite(place):
                return self.group(place)
            place += 1
        return None

    def _behind_lead(self, place: int) -> int:
        """Return where the main clause begins, behind a subordinate clause or phrase at the head."""
        opener = self.at(place)
        leads = (
            opener in self.triggers.words["subordinators"] or opener in self.triggers.words["prepositions"]
        )
        if not leads and opener not in self.triggers.forms:
            return place
        if not leads and not any(form.tense in {"ing", "part"} for form in self.triggers.forms[opener]):
            return place
        phrase = opener in self.triggers.words["prepositions"] - self.triggers.words["subordinators"]
        for comma in range(place, min(place + 60, self.high)):
            if phrase and comma > place and self.is_finite(comma):
                return place
            if self.at(comma) == "," and not self.words[comma].aside and self._search(comma + 1):
                following = self._search(comma + 1)
                if following and not self._is_list(comma, following.begin):
                    return comma + 1
        return place

    def _is_list(self, comma: int, verb: int) -> bool:
        """Say whether the comma stands inside a date or a list: nothing but the verb follows it."""
        return verb == comma + 1 or self.words[comma + 1].text.isdigit() and verb == comma + 2

    def _behind_relative(self, place: int) -> int:
        """Skip `WHO verb ... [","]`: to the comma that closes it, else behind its verb."""
        verb = place + 1
        while verb < self.high and not self.is_finite(verb):
            verb += 1
        if self.at(place - 1) == ",":
            for comma in range(place + 1, self.high):
                if self.at(comma) == "," and comma > verb:
                    return comma + 1
        return verb + 1

    def is_finite(self, place: int) -> bool:
        """Say whether a verb group can begin here."""
        if not self.low < place < self.high:
            return False
        word, before = self.words[place], self.at(place - 1)
        if word.capital and place > 0:
            return False
        numeral = place > self.low and self.words[place - 1].capital and place - 1 > self.low
        if (
            before in self.triggers.words["determiners"]
            and not numeral
            and before
            not in {
                "both",
                "all",
                "others",
                "that",
                "this",
            }
        ):
            return False
        if before in {"to", "not"} and before != "not":
            return False
        if self._is_auxiliary(place):
            return before not in {"of", "a", "the"}
        return any(self._fits(place, form) for form in self.triggers.forms.get(word.lower, ()))

    def _is_auxiliary(self, place: int) -> bool:
        kinds = ("be", "have", "do", "future", "obliged", "possible")
        word = self.at(place)
        if word in {"been", "being", "be", "having"}:
            return False
        return any(word in self.triggers.words[kind] for kind in kinds) or word.endswith(("n't", "nnot"))

    def _fits(self, place: int, form: Form) -> bool:
        before = self.at(place - 1)
        if before == "'s" or (before in self.triggers.words["prepositions"] and before not in {"since"}):
            return False
        if form.tense == "ing" or (form.tense == "part" and self.at(place) not in self._pasts(place)):
            return False
        if form.tense == "base":
            return self._has_plural_subject(place) and not self._noun_like(place)
        if form.tense == "s":
            return not self._noun_like(place)
        return form.tense == "past" and self._is_past(place)

    def _pasts(self, place: int) -> set[str]:
        word = self.at(place)
        return {word} if any(form.tense == "past" for form in self.triggers.forms.get(word, ())) else set()

    def _noun_like(self, place: int) -> bool:
        """Say whether a form that may be a noun stands where a noun does."""
        word, before, after = self.at(place), self.at(place - 1), self.at(place + 1)
        if word not in self.triggers.ambiguous:
            return False
        numbered = before[-1:].isdigit() and not before.isdigit()
        if numbered or before in self.triggers.words["modifiers"] or after in {"of", "between"}:
            return True
        if self._is_adjective(place - 1) or ("-" in before and not self.words[place - 1].capital):
            return True
        return self._is_subject(place)

    def _is_adjective(self, place: int) -> bool:
        """Guess an adjective by its ending; words for people are none."""
        word = self.at(place)
        if word in self.triggers.words["adjective_nouns"] or self.words[place].capital:
            return False
        return word.endswith(_ADJECTIVE_ENDINGS)

    def _is_subject(self, place: int) -> bool:
        """Say whether a verb comes behind, of which this noun is the subject."""
        after, word = self.at(place + 1), self.at(place)
        if place + 1 < self.high and (
            self._is_auxiliary(place + 1) or after in self.triggers.words["openers"]
        ):
            return True
        tenses = {form.tense for form in self.triggers.forms.get(after, ())}
        if (
            tenses & {"s", "past", "base"}
            and after not in self.triggers.ambiguous
            and not self.words[place + 1].capital
        ):
            return True
        if word not in self.triggers.words["forces"]:
            return False
        plural = word.endswith("s") and "base" in tenses and not self.words[place + 1].capital
        return plural or self._verb_follows(place + 1, over_commas=True)

    def _is_past(self, place: int) -> bool:
        """A past form that is not the participle of a reduced relative clause."""
        after, word = self.at(place + 1), self.at(place)
        before = self.at(place - 1)
        regular = any(form.tense == "part" for form in self.triggers.forms[word])
        if not regular:
            return True
        if before in self.triggers.words["modifiers"] or before in {"newly", "recently", "so-called"}:
            return False
        if after == "to" and self._is_base(place + 2):
            return True
        if before == ",":
            return not self._verb_follows(place + 1, over_commas=True)
        if after in {"by"} or (after in self.triggers.words["prepositions"]):
            return not self._verb_follows(place + 1)
        return True

    def _verb_follows(self, place: int, *, over_commas: bool = False) -> bool:
        """Say whether a plain finite verb follows before the clause breaks."""
        for ahead in range(place, min(place + 25, self.high)):
            word = self.at(ahead)
            if (
                (word in {",", "and"} and not over_commas)
                or word in {";", "as"}
                or word in self.triggers.words["breaks"]
            ):
                return False
            if self._is_auxiliary(ahead) and not self.words[ahead].capital:
                return True
            if word in self.triggers.ambiguous:
                continue
            tenses = {form.tense for form in self.triggers.forms.get(word, ())}
            if "s" in tenses and self.is_finite(ahead):
                return True
            if "past" in tenses and "part" not in tenses and self.is_finite(ahead):
                return True
        return False

    def _has_plural_subject(self, place: int) -> bool:
        before = self.at(place - 1)
        if before in {"and", "or", ",", "'s", "to"}:
            return False
        if before in self.triggers.words["pronouns"]:
            return before not in {"it", "he", "she"}
        return any(self._is_plural(ahead) for ahead in range(max(self.low, place - 40), place))

    def _is_plural(self, place: int) -> bool:
        word = self.at(place)
        if word in self.triggers.words["plurals"] or word == "and":
            return True
        lower = not self.words[place].capital or place == self.low or word.endswith("ans")
        return lower and len(word) > len("this") and word.endswith("s") and not word.endswith(("ss", "us"))

    def group(self, place: int) -> Predicate:
        """Read the verb group that begins here."""
        state = {"future": False, "obliged": False, "possible": False, "negated": False}
        be = seen = False
        verb = place
        while verb < self.high:
            word = self.at(verb)
            if word.endswith(("n't", "nnot")) or word in self.triggers.words["negative"]:
                state["negated"] = True
                seen = seen or word not in self.triggers.words["negative"]
                be = be or word in {"isn't", "aren't", "wasn't", "weren't"}
                state["future"] = state["future"] or word in {"won't", "wouldn't"}
            elif word in self.triggers.words["be"]:
                be = seen = True
            elif word in self.triggers.words["have"]:
                be, seen = False, True
                if self.at(verb + 1) == "to":
                    state["obliged"] = True
                    verb += 1
                elif not self._verb_ahead(verb + 1):
                    break
            elif word in self.triggers.words["do"] and self._verb_ahead(verb + 1):
                seen = True
            elif self._sets(word, state):
                seen = True
            elif (
                seen
                and (word.endswith("ly") or word in self.triggers.words["adverbs"])
                and verb + 1 < self.high
            ):
                pass
            elif seen and word in {'"', "“", "”"}:
                pass
            elif be and word == "to":
                state["future"], be = True, False
            else:
                break
            verb += 1
        return self._named(place, verb, be=be, state=state)

    def _sets(self, word: str, state: dict[str, bool]) -> bool:
        for kind in ("future", "obliged", "possible"):
            if word in self.triggers.words[kind]:
                state[kind] = True
                return True
        return False

    def _verb_ahead(self, place: int) -> bool:
        """Say whether an auxiliary here is followed by its verb (adverbs between)."""
        for ahead in range(place, min(place + 4, self.high)):
            word = self.at(ahead)
            if word in self.triggers.forms:
                return not self._noun_like(ahead)
            if word in self.triggers.words["be"] or word in self.triggers.words["negative"]:
                return True
            if not (word.endswith("ly") or word in self.triggers.words["adverbs"]):
                return False
        return False

    def _named(self, begin: int, verb: int, *, be: bool, state: dict[str, bool]) -> Predicate:
        """Name the content verb: its lemma with its particle, or `be` where there is none."""
        forms = self.triggers.forms.get(self.at(verb), ()) if verb < self.high else ()
        wanted = {"part", "past", "ing"} if be else {"base", "s", "past", "part"}
        form = next((f for f in forms if f.tense in wanted and f.lemma not in {"be"}), None)
        if be and self.at(verb) in _READY and self.at(verb + 1) == "to":
            return Predicate(
                lemma=self.at(verb), begin=begin, verb=verb, end=verb + 1, passive=False, **state
            )
        if form is None:
            lemma = (
                "be" if be else "have" if self.at(verb - 1) in self.triggers.words["have"] else self.at(verb)
            )
            if self.at(verb) in self.triggers.words["have"]:
                lemma, verb = "have", verb + 1
            return Predicate(lemma=lemma, begin=begin, verb=max(begin, verb - 1), end=verb, **state)
        passive = be and form.tense in {"part", "past"}
        lemma, end = self.particle(form.lemma, verb)
        return Predicate(lemma=lemma, begin=begin, verb=verb, end=end, passive=passive, **state)

    def particle(self, lemma: str, verb: int) -> tuple[str, int]:
        """Join a verb with the particles that follow it, and with "jointly" before it."""
        before = self.at(verb - 1)
        if before == "jointly" and f"jointly {lemma}" in self.triggers.rules:
            return f"jointly {lemma}", verb + 1
        for row in self.triggers.particles.get(lemma, ()):
            infinitive = row[-1] == "to" and self._plain(verb + 1 + len(row))
            if not infinitive and all(self.at(verb + 1 + k) == word for k, word in enumerate(row)):
                return " ".join((lemma, *row)), verb + 1 + len(row)
        return lemma, verb + 1

    def inner(self, outer: Predicate) -> Predicate | None:
        """Return the verb that a verb of control takes: "agree TO MEET", "urge Japan TO ACT"."""
        limit = min(outer.end + 26, self.high)
        for place in range(outer.end, limit):
            word = self.at(place)
            if word == "to" and self._is_base(place + 1):
                return self._infinitive(outer, place)
            if word in {";", ".", "that"} or (word in self.triggers.words["breaks"] and place > outer.end):
                return None
            if place == outer.end and outer.lemma in {
                "begin",
                "start",
                "continue",
                "stop",
                "resume",
                "consider",
            }:
                ing = self._gerund(outer, place)
                if ing:
                    return ing
            if self.is_finite(place) and place > outer.end:
                return None
        return None

    def _is_base(self, place: int) -> bool:
        place += self.at(place) in {"jointly", "further", "not"} or self.at(place).endswith("ly")
        word = self.at(place)
        return (
            word == "be"
            or word == "have"
            or any(f.tense == "base" for f in self.triggers.forms.get(word, ()))
        )

    def _infinitive(self, outer: Predicate, place: int) -> Predicate:
        verb = place + 1
        while self.at(verb).endswith("ly") and not self._plain(verb) or self.at(verb) in {"not", "further"}:
            verb += 1
        made = self.group(verb) if self.at(verb) == "be" else self._bare(verb)
        negated = outer.negated or self.at(place - 1) == "not"
        return replace(
            made,
            begin=outer.begin,
            negated=negated,
            future=outer.future,
            obliged=outer.obliged,
            possible=outer.possible,
            controls=(*outer.controls, outer.lemma),
        )

    def _plain(self, place: int) -> bool:
        return any(f.tense == "base" for f in self.triggers.forms.get(self.at(place), ()))

    def _bare(self, verb: int) -> Predicate:
        lemma, end = self.particle(self.at(verb), verb)
        return Predicate(lemma=lemma, begin=verb, verb=verb, end=end)

    def _gerund(self, outer: Predicate, place: int) -> Predicate | None:
        form = next((f for f in self.triggers.forms.get(self.at(place), ()) if f.tense == "ing"), None)
        if form is None:
            return None
        lemma, end = self.particle(form.lemma, place)
        return replace(
            outer, lemma=lemma, verb=place, end=end, passive=False, controls=(*outer.controls, outer.lemma)
        )
