"""What other pages take from the library: the card that a flag leads to, and the text behind a question."""

from dataclasses import dataclass
from functools import lru_cache

from flask import g, url_for

from tracker import db
from tracker.domain.library.flag_cards import Linked, linked
from tracker.domain.library.texts import Section, Text, TextRun
from tracker.domain.rules.findings import FlagKind
from tracker.reference.library import Library
from tracker.reference.terms import Terms, split, terms_of
from tracker.services.library import texts as library
from tracker.services.library.texts import Shelf
from tracker.services.record.flag_views import FlagView
from tracker.web.door.installed import installed


@dataclass(frozen=True)
class CardLink:
    """The one card of a flag, whether it may be the first link, and the card that would fit better and may not."""

    card: Text
    ready: bool
    better: Text | None


def shelf() -> Shelf:
    """The library as it stands, read once for each request."""
    if "shelf" not in g:
        with db.reading() as reading:
            g.shelf = library.shelf(reading)
    current: Shelf = g.shelf
    return current


def card_of(flag: FlagView) -> CardLink:
    """The card that a flag leads to."""
    stands = shelf()
    chosen = linked(stands.library.flag_cards, flag.finding, stands.ready)
    return _link(stands, chosen)


def _link(stands: Shelf, chosen: Linked) -> CardLink:
    cards = {card.key: card for card in stands.library.cards}
    better = cards[chosen.instead_of] if chosen.instead_of else None
    return CardLink(cards[chosen.card], chosen.ready, better)


def card_of_kind(kind: FlagKind) -> Text:
    """The card of a kind of flag whose scores ask about nothing in particular, for the page of the rules."""
    installed_library = installed().library
    return installed_library.texts[f"cards/{installed_library.flag_cards.by_kind[kind]}"]


def leads_by_component(kind: FlagKind) -> bool:
    """True for a kind whose card depends on the score that it names."""
    return kind in installed().library.flag_cards.by_component


def card_address(flag: FlagView, back: str) -> str:
    """Where the card of a flag is read, with the way back."""
    return url_for("library.for_flag", flag_id=flag.flag.id, back=back)


def text_of(address: str) -> Text | None:
    """A text, as it stands now; None where there is none any more."""
    return shelf().library.texts.get(address)


def with_terms(text: str) -> list[TextRun]:
    """A text of another page in runs, the words of the glossary linked the first time that each occurs."""
    return split(TextRun(text), _terms(installed().library), set())


@lru_cache(maxsize=4)
def _terms(library: Library) -> Terms:
    """The words to look for: headings of the glossary's file, which no revision changes."""
    return terms_of(library.texts["glossary"])


def section_of(address: str, key: str) -> Section | None:
    """A part of a text, as it stands now."""
    text = text_of(address)
    return text.section(key) if text else None
