"""Which code a new client is given: the next of the order, that nobody has, however many clients there are."""

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import insert, select, update

from bench.measuring import queries
from tests.conftest import START, Cast, new_client
from tests.services.standing import at_once
from tracker import clock, db
from tracker.domain.course.codes import CODES, LONG, SHORT, code_at
from tracker.domain.errors import NotNow
from tracker.models import Client, ClientCodes
from tracker.services.office import codes
from tracker.services.record import clients


def added(cast: Cast) -> str:
    """The code of one more client."""
    with db.transaction() as writing:
        return clients.add_client(writing, cast.clinician, new_client(), now=clock.now()).code


def go_on_at(place: int) -> None:
    """Let so many places of the order be behind."""
    with db.transaction() as writing:
        writing.execute(update(ClientCodes).values(given=place))


def state() -> tuple[int, bytes]:
    """How many places of the order are behind, and its key."""
    with db.reading() as reading:
        row = reading.scalars(select(ClientCodes)).one()
        return row.given, bytes.fromhex(row.key)


def taken_by_others(cast: Cast, given_out: list[str]) -> None:
    """Clients who had these codes before there was an order."""
    said = new_client()
    rows = [
        {
            "id": uuid4(),
            "code": code,
            "age_band": said.age_band.value,
            "format": said.format.value,
            "usual_setting": said.usual_setting.value,
            "starts_on": START,
            "clinician_id": cast.outsider.id,
            "created_at": clock.now(),
            "created_by_id": cast.outsider.id,
        }
        for code in given_out
    ]
    with db.transaction() as writing:
        writing.execute(insert(Client), rows)


def test_clients_of_a_new_practice_have_short_codes_in_its_order(cast: Cast) -> None:
    given, key = state()
    assert given == 2, "the cast's own clients"
    assert [added(cast) for _ in range(3)] == [code_at(place, key) for place in (2, 3, 4)]
    with db.reading() as reading:
        every = reading.scalars(select(Client.code)).all()
    assert all(re.fullmatch(SHORT.pattern, code) for code in every)
    assert len(every) == len(set(every)) == 5


def test_after_the_last_short_code_they_are_longer(cast: Cast) -> None:
    go_on_at(SHORT.size - 1)
    last, first, second = (added(cast) for _ in range(3))
    assert re.fullmatch(SHORT.pattern, last)
    assert re.fullmatch(LONG.pattern, first)
    assert re.fullmatch(LONG.pattern, second)


def test_the_last_code_of_all_is_given_out_and_then_it_is_said(cast: Cast) -> None:
    go_on_at(CODES - 1)
    assert added(cast) == code_at(CODES - 1, state()[1])
    with pytest.raises(NotNow, match="Every client code"):
        added(cast)
    assert state()[0] == CODES


def test_a_code_that_somebody_has_from_before_is_passed_over(cast: Cast) -> None:
    _, key = state()
    taken_by_others(cast, [code_at(place, key) for place in (2, 3, 5)])
    assert [added(cast) for _ in range(3)] == [code_at(place, key) for place in (4, 6, 7)]


def test_where_hardly_any_short_code_is_free_the_longer_ones_begin(cast: Cast) -> None:
    _, key = state()
    taken_by_others(cast, [code_at(place, key) for place in range(2, 2 + codes.LOOKED_AT)])
    assert [added(cast) for _ in range(2)] == [code_at(SHORT.size + n, key) for n in range(2)]


@pytest.mark.parametrize("place", [2, SHORT.size // 2, SHORT.size - 5, SHORT.size + 7, CODES - 9])
def test_it_takes_the_same_few_statements_wherever_the_order_is(
    app: Flask, cast: Cast, place: int
) -> None:
    go_on_at(place)
    with queries(app) as sent, db.transaction() as writing:
        codes.next_code(writing)
    kinds = [statement.split(maxsplit=1)[0] for statement, _ in sent]
    assert kinds == ["UPDATE", "SELECT"]


def test_those_that_are_added_at_once_all_have_codes_of_their_own(app: Flask, cast: Cast) -> None:
    _, key = state()
    given_out = at_once(app, lambda: added(cast))
    assert set(given_out) == {code_at(place, key) for place in range(2, 2 + len(given_out))}
    assert state()[0] == 2 + len(given_out)


def test_a_client_who_was_not_stored_after_all_used_up_no_code(cast: Cast) -> None:
    class Stopped(Exception):
        """Something that went wrong later."""

    before = state()
    with pytest.raises(Stopped), db.transaction() as writing:
        clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
        raise Stopped
    assert state() == before


def test_another_order_begins_where_the_counter_went_back(cast: Cast) -> None:
    _, key = state()
    with db.transaction() as writing:
        codes.begin_anew(writing)
    given, other = state()
    assert (given, other != key) == (0, True)
    assert added(cast) in {code_at(place, other) for place in range(codes.LOOKED_AT)}


def _of(number: int) -> str:
    return f"old{UUID(int=number).hex[-9:]}"


def test_another_order_begins_with_long_codes_where_half_of_the_short_ones_are_taken(
    cast: Cast,
) -> None:
    taken_by_others(cast, [_of(number) for number in range(SHORT.size // 2)])
    with db.transaction() as writing:
        codes.begin_anew(writing)
    assert re.fullmatch(LONG.pattern, added(cast))
