"""What tests of the library's pages do before they look."""

from flask import Flask

from tests.conftest import Browser
from tests.services.reading import on_shelf
from tracker import clock, db
from tracker.domain.people.access import Actor
from tracker.services.library.texts import check_sentence


def as_(app: Flask, actor: Actor) -> Browser:
    """A browser in which somebody is signed in."""
    return Browser(app.test_client()).sign_in_as(actor)


def check_all(actor: Actor, address: str, *, machine_only: bool = False) -> None:
    """Check every sentence of a text, or those of a machine."""
    with db.transaction() as writing:
        for said in on_shelf().text(address).sentences:
            if not machine_only or said.unchecked_machine:
                check_sentence(writing, actor, address, said.digest, "", now=clock.now())
