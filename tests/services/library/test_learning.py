"""Going through the cases of a concept: private, answered once, passed at four of five."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.errors import NotPermitted
from tracker.domain.library.learning import State
from tracker.domain.people.access import Actor
from tracker.models import LearningTry
from tracker.services.library import learning
from tracker.services.library.learning import Path, TryView, fits


def path_of(actor: Actor) -> Path:
    with db.reading() as reading:
        return learning.path(reading, actor, now=clock.now())


def go(actor: Actor, key: str, *, wrong: int = 0) -> TryView:
    """A go at the cases of a concept, with so many answers that do not fit."""
    with db.transaction() as writing:
        begun = learning.begin(writing, actor, key, now=clock.now())
    with db.reading() as reading:
        view = learning.try_view(reading, actor, begun.id)
    for number, case in enumerate(view.cases):
        wanted = number >= wrong
        place = next(i for i, option in enumerate(case.options) if option.fits == wanted)
        with db.transaction() as writing:
            view = learning.answer(writing, actor, begun.id, case.key, place, now=clock.now())
    return view


def test_a_go_that_fits_passes_and_opens_the_next(app: Flask, cast: Cast) -> None:
    view = go(cast.clinician, "foundations")
    assert (view.row.passed, view.next_case) == (True, None)
    assert view.fitting == len(view.cases)
    own = path_of(cast.clinician)
    assert [step.state for step in own.steps[:3]] == [State.PASSED, State.READY, State.LOCKED]
    assert own.passed == 1
    assert own.next_due == view.row.ended_on + timedelta(days=30)
    assert own.open_tries == {}


def test_too_few_that_fit_do_not_pass_and_it_can_be_tried_again(app: Flask, cast: Cast) -> None:
    assert go(cast.clinician, "foundations", wrong=1).row.passed is False
    assert path_of(cast.clinician).steps[0].state is State.READY
    assert path_of(cast.clinician).next_due is None
    assert go(cast.clinician, "foundations").row.passed is True


def test_a_locked_concept_can_be_tried_and_its_badge_follows(app: Flask, cast: Cast) -> None:
    assert go(cast.clinician, "bond").row.passed is True
    assert path_of(cast.clinician).steps[1].state is State.LOCKED
    go(cast.clinician, "foundations")
    assert path_of(cast.clinician).steps[1].state is State.PASSED


def test_a_go_that_was_begun_goes_on_and_the_first_answer_stands(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing:
        begun = learning.begin(writing, cast.clinician, "goals", now=clock.now())
        view = learning.try_view(writing, cast.clinician, begun.id)
        case = view.cases[0]
        learning.answer(writing, cast.clinician, begun.id, case.key, 0, now=clock.now())
        learning.answer(writing, cast.clinician, begun.id, case.key, 1, now=clock.now())
        again = learning.begin(writing, cast.clinician, "goals", now=clock.now())
    assert again.id == begun.id
    assert path_of(cast.clinician).open_tries == {"goals": begun.id}
    with db.reading() as reading:
        view = learning.try_view(reading, cast.clinician, begun.id)
    assert view.answers == {case.key: 0}
    assert view.next_case is view.cases[1]
    assert not fits(case, None)


def test_nobody_else_sees_it_and_what_is_not_there_is_absent(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing:
        begun = learning.begin(writing, cast.clinician, "goals", now=clock.now())
        case = learning.try_view(writing, cast.clinician, begun.id).cases[0]
        for actor in (cast.supervisor, cast.administrator, cast.outsider):
            with pytest.raises(NotPermitted):
                learning.try_view(writing, actor, begun.id)
        for key, place in (("none", 0), (case.key, 9), (case.key, -1)):
            with pytest.raises(NotPermitted):
                learning.answer(writing, cast.clinician, begun.id, key, place, now=clock.now())
        with pytest.raises(NotPermitted):
            learning.begin(writing, cast.clinician, "none", now=clock.now())
    assert path_of(cast.supervisor).open_tries == {}


def test_an_answer_to_a_case_that_was_rewritten_is_asked_again(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing:
        begun = learning.begin(writing, cast.clinician, "goals", now=clock.now())
        keys = [case.key for case in learning.try_view(writing, cast.clinician, begun.id).cases]
        begun.answers = {keys[0]: 9, "gone": 0}
    with db.reading() as reading:
        row = reading.scalars(select(LearningTry)).one()
        view = learning.try_view(reading, cast.clinician, row.id)
    assert view.answers == {}
    assert view.next_case is view.cases[0]


def test_a_go_whose_last_open_case_is_gone_ends_when_it_is_begun_again(
    app: Flask, cast: Cast
) -> None:
    with db.transaction() as writing:
        stuck = learning.begin(writing, cast.clinician, "goals", now=clock.now())
        view = learning.try_view(writing, cast.clinician, stuck.id)
        stuck.answers = {case.key: 0 for case in view.cases}
    with db.transaction() as writing:
        again = learning.begin(writing, cast.clinician, "goals", now=clock.now())
    assert again.id != stuck.id
    with db.reading() as reading:
        assert reading.get_one(LearningTry, stuck.id).ended_on


def test_what_is_over_takes_no_answer(app: Flask, cast: Cast) -> None:
    view = go(cast.clinician, "foundations")
    with db.transaction() as writing:
        row = writing.get_one(LearningTry, view.row.id)
        row.answers = {}
        case = view.cases[0]
        after = learning.answer(writing, cast.clinician, row.id, case.key, 0, now=clock.now())
    assert after.answers == {}
