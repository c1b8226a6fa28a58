"""What tests of the library read, as it stands."""

from dataclasses import replace

import pytest

from tests.installed import use_library
from tracker import db
from tracker.domain.library.texts import Sentence, Text
from tracker.reference.library import library
from tracker.services.library.texts import Shelf, shelf

CARD = "cards/bond-fell"


def on_shelf() -> Shelf:
    """The library as it stands."""
    with db.reading() as reading:
        return shelf(reading)


def of_card() -> Text:
    """The card as it stands."""
    return on_shelf().text(CARD)


def without(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """From now on, the files have no such text."""
    shipped_library = library()
    texts = {where: text for where, text in shipped_library.texts.items() if where != address}
    use_library(monkeypatch, replace(shipped_library, texts=texts))


def first_sentence() -> Sentence:
    """The first sentence of the card."""
    return next(of_card().sentences)
