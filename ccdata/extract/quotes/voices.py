"""From a phrase to speakers: the actors it names, a document's issuer, or the words that describe."""

from __future__ import annotations

from collections.abc import Callable

from ccdata.authority.cues import Noun, load_cues
from ccdata.extract.naming import Naming
from ccdata.extract.quotes.carrying import opening_subject
from ccdata.extract.quotes.descriptions import described_to, end_of, owner_of
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.owners import document_owner, printer_of
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.quotation import Cue, Quotation, Speaker
from ccdata.extract.quotes.roles import addressees_of, is_disputed
from ccdata.extract.quotes.tokens import COMMA, NAME, PROPER, WORD, Token
from ccdata.extract.quotes.works import creator_of

_BACK = 3
_FAR = 120
_PAPERS = frozenset({"white", "position", "policy", "working"})
"""A paper of these kinds is no newspaper."""
_SUBJECTS = frozenset({"he", "she", "it"})
_OTHER = {"he": frozenset({"Ms", "Mrs", "Miss", "Madam"}), "she": frozenset({"Mr", "Sir", "Lord"})}
"""Titles of those whom a pronoun cannot mean."""
_HEARING = frozenset({"him", "her"})
_THIRD = frozenset({"he", "she", "his", "her"})


def nothing_before() -> tuple[int, list[Token]]:
    """Return the sentence before a passage that stands alone."""
    return 0, []


class Voices:
    """Turns the phrases of one block into speakers; `tokens` gives the tokens of a unit."""

    def __init__(
        self,
        passage: Passage,
        tokens: Callable[[int], list[Token]],
        earlier: Callable[[], tuple[int, list[Token]]] = nothing_before,
    ) -> None:
        self.passage = passage
        self._tokens = tokens
        self._earlier = earlier

    def speakers(
        self, phrase: Phrase, unit: int, tokens: list[Token], *, briefly: bool = False
    ) -> tuple[Speaker, ...]:
        """Return a phrase as speakers: its names; a document's issuer; else the words that describe.

        `briefly`: a description without what follows its head.
        """
        if phrase.is_named:
            named = tuple(self._of(naming) for naming in phrase.namings)
            return (*self._with(phrase, unit, tokens), *self._unknown(phrase, tokens), *named)
        unknown = self._unknown(phrase, tokens)
        if len(unknown) > 1:
            return unknown
        person = self._only_person(owner_of(phrase, tokens), unit, tokens)
        known = self._of(person) if person is not None else self._taken_up(phrase, unit, tokens)
        if known is not None:
            return (known,)
        white = phrase.last > phrase.first and tokens[phrase.last - 1].word in _PAPERS
        document = phrase.noun & Noun.DOCUMENT and (white or not phrase.noun & Noun.PERSON)
        if document or phrase.noun & Noun.SPEECH:
            issuer = self._issuer(phrase, unit, tokens)
            if issuer:
                return issuer
        last = phrase.last if briefly else described_to(tokens, phrase.last)
        start, end = tokens[phrase.first].start, end_of(tokens[last])
        countries = {t.namings[0].country for t in tokens[phrase.first : phrase.last + 1] if t.flags & NAME}
        country = countries.pop() if len(countries) == 1 else None
        return (Speaker(block=self.passage.number, start=start, end=end, country=country),)

    def going_on(self, speakers: tuple[Speaker, ...], said: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        """Return a "he" or "she" of whom nothing else is known as the one person who spoke last."""
        if len(speakers) != 1 or len(said) != 1 or speakers[0].actor_id is not None:
            return speakers
        here, naming = speakers[0], said[0].naming
        word = self.passage.text[here.start : here.end].lower()
        if word not in _OTHER or naming is None or naming.kind != "person":
            return speakers
        same = said[0].block == self.passage.number and naming.title is not None
        title = self.passage.text[slice(*naming.title)] if same and naming.title else ""
        if title.rstrip(".") in _OTHER[word]:
            return speakers
        meant = naming._replace(start=here.start, end=here.end, method="pronoun", title=None)
        return (here._replace(naming=meant, country=naming.country),)

    def give(  # noqa: PLR0917 - the parts of one sentence
        self,
        made: Quotation,
        unit: int,
        tokens: list[Token],
        at: int,
        link: Link,
        speakers: tuple[Speaker, ...],
    ) -> None:
        """Give a quotation what its link tells: speakers, cue, medium, stance, hearers."""
        made.speakers = speakers
        made.attribution = "implicit" if link.implicit else "explicit"
        if link.cue is not None and link.lemma is not None:
            first, last = link.cue
            made.cue = Cue(
                lemma=link.lemma, block=self.passage.number, start=tokens[first].start, end=tokens[last].end
            )
        if link.via is not None:
            made.reported_via = self.speakers(link.via, unit, tokens)
        made.stance = "disputed" if is_disputed(tokens, at, link) else "asserted"
        phrase = addressees_of(tokens, at, link)
        if phrase is not None:
            made.addressees = self.hearers(phrase, unit, tokens, speakers)

    def hearers(
        self, phrase: Phrase, unit: int, tokens: list[Token], speakers: tuple[Speaker, ...]
    ) -> tuple[Speaker, ...]:
        """Return whom the words go to; nobody tells himself: "Kim assured him" is another than Kim."""
        speaking = {speaker.actor_id for speaker in speakers}
        found = self.speakers(phrase, unit, tokens, briefly=True)
        if phrase.first == phrase.last and tokens[phrase.first].word in _HEARING:
            other = self._only_other(unit, tokens[max(0, phrase.first - _FAR) : phrase.first], speaking)
            if other is not None:
                return (self._of(other),)
        if not speaking & {hearer.actor_id for hearer in found} - {None}:
            return found
        start, end = tokens[phrase.first].start, tokens[phrase.last].end
        return (Speaker(block=self.passage.number, start=start, end=end),)

    def _only_other(self, unit: int, before: list[Token], speaking: set[str | None]) -> Naming | None:
        """Return the only person beside the speakers who is named in this sentence or the last."""
        persons = self._persons(unit, before)
        others = [naming for naming in persons if naming.actor_id not in speaking]
        return others[-1] if len({naming.actor_id for naming in others}) == 1 else None

    def _with(self, phrase: Phrase, unit: int, tokens: list[Token]) -> tuple[Speaker, ...]:
        """Return whom the pronoun of a group means: "she and NAME"."""
        for at in range(phrase.first, min(phrase.last, phrase.first + _BACK)):
            if tokens[at].word in _THIRD and tokens[at + 1].word == "and" and not tokens[at].flags & NAME:
                person = self._only_person(Phrase(at, at, ()), unit, tokens)
                return (self._of(person),) if person is not None else ()
        return ()

    def _unknown(self, phrase: Phrase, tokens: list[Token]) -> tuple[Speaker, ...]:
        """Return the members of a group whose names nobody resolved: "Kim and Dana Holt said"."""
        group = tokens[phrase.first : phrase.last + 1]
        if not any(token.word == "and" for token in group):
            return ()
        made: list[Speaker] = []
        run: list[Token] = []
        for token in [*group, None]:
            if token is not None and token.flags & PROPER:
                run.append(token)
                continue
            if run and (token is None or token.word == "and" or token.flags & COMMA):
                made.append(Speaker(block=self.passage.number, start=run[0].start, end=end_of(run[-1])))
            run = []
        return tuple(made)

    def _of(self, naming: Naming, block: int | None = None) -> Speaker:
        return Speaker(
            block=self.passage.number if block is None else block,
            start=naming.start,
            end=naming.end,
            naming=naming,
            country=naming.country,
        )

    def _only_person(self, phrase: Phrase, unit: int, tokens: list[Token]) -> Naming | None:
        """Return whom "he" or "her" must mean: the only person named before it and in the last sentence."""
        if phrase.first != phrase.last or tokens[phrase.first].word not in _THIRD or not unit:
            return None
        persons = self._persons(unit, tokens[max(0, phrase.first - _FAR) : phrase.first])
        return persons[-1] if len({naming.actor_id for naming in persons}) == 1 else None

    def _persons(self, unit: int, before: list[Token]) -> list[Naming]:
        """Return the persons named in the sentence before and in this one so far."""
        near = [*(self._tokens(unit - 1)[-_FAR:] if unit else []), *before[-_FAR:]]
        return [n for token in near for n in token.namings if n.kind == "person" and n.actor_id]

    def _taken_up(self, phrase: Phrase, unit: int, tokens: list[Token]) -> Speaker | None:
        """Return the body that "it", or the medium that "the daily", takes up from the sentences before."""
        first, last = tokens[phrase.first], tokens[phrase.last]
        if first.word in _SUBJECTS and phrase.first == phrase.last:
            return self._subject_before(first.word, unit)
        if first.word != "the" or last.word not in load_cues().media:
            return None
        near = [*(self._tokens(unit - 1) if unit else []), *tokens[: phrase.first]]
        media = [n for token in near for n in token.namings if n.kind == "media" and n.actor_id]
        return self._of(media[-1]) if len({naming.actor_id for naming in media}) == 1 else None

    def _subject_before(self, pronoun: str, unit: int) -> Speaker | None:
        """Return the subject of the sentence before: a person for "he" or "she", a body for "it"."""
        block, tokens = (self.passage.number, self._tokens(unit - 1)) if unit else self._earlier()
        subject = opening_subject(tokens)
        namings = subject.namings if subject is not None else ()
        if len(namings) != 1 or (namings[0].kind == "person") == (pronoun == "it"):
            return None
        title = self.passage.text[slice(*namings[0].title)] if namings[0].title and unit else ""
        return None if title.rstrip(".") in _OTHER.get(pronoun, ()) else self._of(namings[0], block)

    def _issuer(self, phrase: Phrase, unit: int, tokens: list[Token]) -> tuple[Speaker, ...]:
        """Return who issued a document: as its phrase says, or the sentences before."""
        owner = document_owner(tokens, phrase.last) or printer_of(tokens, phrase.last)
        if owner is not None and owner.is_named:
            return tuple(self._of(naming) for naming in owner.namings)
        maker = creator_of(tokens, phrase.last, [], document=True)
        if maker is not None and maker[0].is_named:
            return tuple(self._of(naming) for naming in maker[0].namings)
        word = tokens[phrase.last].word
        for back in range(unit, max(-1, unit - _BACK - 1), -1):
            there = tokens if back == unit else self._tokens(back)
            limit = phrase.first if back == unit else len(there)
            for at in range(limit - 1, max(-1, limit - 1 - _FAR), -1):
                if there[at].word == word and there[at].flags & WORD:
                    found = creator_of(there, at, [], document=True)
                    if found is not None and found[0].is_named:
                        return tuple(self._of(naming) for naming in found[0].namings)
        return ()
