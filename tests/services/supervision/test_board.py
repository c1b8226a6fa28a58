"""The board: its rows say what the record says, whoever is not supervised is not on it, and nothing is left out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text

from bench.measuring import queries
from tests.conftest import PASSWORD, START, Cast, entry, log, marks, new_client
from tests.installed import use_known
from tests.keeping import kept_otherwise
from tests.services.recording import correct
from tests.services.supervising import EVERYTHING, shown
from tracker import clock, db
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.course.sessions import NoRating
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import FlagKind, Returned, Tier
from tracker.domain.supervision.sign_off import BoardState
from tracker.models import AuditEntry, Client, SavedView, User
from tracker.reference.loader import Known
from tracker.services.access.supervision import link_supervision
from tracker.services.care import flag_answers, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.demo import caseload as demo
from tracker.services.office.actors import actor_of
from tracker.services.record import clients, records
from tracker.services.record.flag_views import FlagView
from tracker.services.record.kept_courses import BOARD_ROWS, boards_of, kept_texts, rows_of
from tracker.services.record.ratings import RatingsEntry
from tracker.services.supervision import board as boards
from tracker.services.supervision.board import (
    MOST_VIEWS,
    SORTS,
    Board,
    board,
    find,
    remove_view,
    save_view,
)
from tracker.services.supervision.board_filter import (
    ALL,
    FIRST,
    OFFERED,
    BoardFilter,
    NotMeasured,
    gravest,
)
from tracker.services.supervision.board_rows import BoardRow

BY: dict[str, Callable[[BoardRow], Any]] = {
    "clinician": lambda row: (row.clinician, row.code),
    "client": lambda row: row.code,
    "date": lambda row: row.held_on,
    "strength": lambda row: gravest(row.flags),
    "state": lambda row: list(BoardState).index(row.state),
    "reviewed": lambda row: row.last_reviewed,
}


def told_by_records(clinician: Actor, ids: list[object]) -> dict[object, FlagView]:
    with db.reading() as reading:
        found = [records.record(reading, clinician, i, now=clock.now()) for i in ids]
    return {flag.flag.id: flag for record in found for flag in record.flags}


def compared(flag: FlagView) -> dict[str, object]:
    """What a row of the board says of a flag, from the record's view of it."""
    found = flag.recovery
    decided = found is not None and found.state is not Returned.NOT_YET
    return {
        "finding": flag.finding,
        "measure": flag.measure,
        "letter": flag.letter,
        "stage": flag.stage,
        "addressed": flag.addressed,
        "answer": flag.last_answer.answer if flag.last_answer else None,
        "note": flag.last_answer.note if flag.last_answer else "",
        "answered_at": flag.last_answer.recorded_at if flag.last_answer else None,
        "by_client": flag.finding.rating_id is not None and flag.finding.rater is Rater.CLIENT,
        "held_on": flag.slot.held_on,
        "returned": found.state if decided else None,
        "returned_on": found.at.held_on if decided else None,
    }


def test_every_row_says_what_the_record_says(app: Flask) -> None:
    now = clock.now()
    with db.transaction() as writing:
        demo.make(writing, lambda text: text, PASSWORD, now=now)
    with db.reading() as reading:
        people = {user.email.split("@")[0]: actor_of(user) for user in reading.query(User)}
        clinicians = (people["clinician"], people["outsider"])
        clients = {
            c.id: [x.id for x in reading.query(Client).filter_by(clinician_id=c.id)]
            for c in clinicians
        }
        reader = people["supervisor"]
        rows = [row for c in clinicians for row in boards.flags_of(reading, reader, c.id, now=now)]
    views = {}
    for clinician in clinicians:
        views |= told_by_records(clinician, clients[clinician.id])
    assert len(rows) > 15
    for row in rows:
        expected = compared(views[row.flag_id])
        assert {name: getattr(row, name) for name in expected} == expected
    recent = [
        flag
        for flag in views.values()
        if flag.tier is not Tier.NOTE and flag.slot.held_on >= now.date() - timedelta(weeks=8)
    ]
    asking = [flag for flag in views.values() if flag.unanswered]
    assert {f.flag.id for f in [*recent, *asking]} == {row.flag_id for row in rows}
    assert {row.returned for row in rows} >= {Returned.BACK, None}


def two_falls(cast: Cast, *, today: date) -> None:
    """A strength-2 drop unanswered for 20 days, and a small one of yesterday."""
    for days, bond in ((34, 8), (27, 8), (20, 5), (13, 8), (8, 8), (1, 6)):
        day = today - timedelta(days=days)
        log(cast.clinician, cast.client_id, day, bond, 8, 8, 8)


def answer(cast: Cast, flag_id: object, said: Answer = Answer.TALKED) -> None:
    """Answer one flag alone, whatever stands beside it."""
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, flag_id, Reply(said), beside={}, now=clock.now()
        )


def falls(found: Board) -> list[BoardRow]:
    return [row for row in found.rows if row.finding.falls]


def test_what_was_asked_for_is_shown_and_nothing_else(cast: Cast) -> None:
    today = clock.now().date()
    two_falls(cast, today=today)
    (row,) = falls(shown(cast))
    small, large = row.flags
    assert (small.finding.strength, large.finding.strength, gravest(row.flags)) == (1, 2, 2)
    answer(cast, small.flag_id)
    assert {row.flag_id for row in falls(shown(cast, BoardFilter()))} == {large.flag_id}
    for asked, expected in (
        (BoardFilter(everything=True, strength=2), {large.flag_id}),
        (BoardFilter(strength=3), set()),
        (BoardFilter(state=BoardState.ANSWERED), {small.flag_id}),
        (BoardFilter(state=BoardState.SETTLED), set()),
        (BoardFilter(everything=True, old=True), {large.flag_id}),
        (BoardFilter(everything=True, rated_after=True), set()),
        (BoardFilter(everything=True, unseen=True), {small.flag_id, large.flag_id}),
        (BoardFilter(tier=Tier.RISK), set()),
        (BoardFilter(client=cast.client_id), {small.flag_id, large.flag_id}),
        (BoardFilter(client=cast.other_client_id), set()),
        (BoardFilter(everything=True, clinician=cast.clinician.id), {small.flag_id, large.flag_id}),
    ):
        assert {row.flag_id for row in falls(shown(cast, asked))} == expected, asked


@pytest.mark.parametrize("sort", [*SORTS, "need"])
def test_any_order_has_every_row_and_turns_round(cast: Cast, sort: str) -> None:
    two_falls(cast, today=clock.now().date())
    up = shown(cast, BoardFilter(everything=True, sort=sort)).rows
    down = shown(cast, BoardFilter(everything=True, sort=sort, descending=True)).rows
    assert {row.flag_id for row in up} == {row.flag_id for row in down}
    value = BY.get(sort)
    if value:
        known = [value(row) for row in up if value(row) is not None]
        assert known == sorted(known)
        assert [v for row in down if (v := value(row)) is not None] == known[::-1]


def test_the_summary_counts_what_waits_and_for_how_long(cast: Cast) -> None:
    two_falls(cast, today=clock.now().date())
    before = shown(cast).counts
    assert (before.open.things, before.open_long) == (1, 1), "one line, open since the first"
    large = falls(shown(cast))[0].flags[1]
    answer(cast, large.flag_id)
    assert shown(cast).counts.open.things == 0, "the small one is only offered"


def test_a_risk_item_that_has_waited_for_a_day_is_told_whoever_is_asked_for(cast: Cast) -> None:
    today = clock.now().date()
    with db.transaction() as writing:
        link_supervision(
            writing,
            supervisor=cast.supervisor.id,
            clinician=cast.outsider.id,
            starts_on=START,
            now=clock.now(),
        )
        new = new_client("session-check", "phq-9")
        made = clients.add_client(writing, cast.clinician, new, now=clock.now()).id
    rated = {
        ("session-check", Rater.CLIENT): marks(8, 8, 8, 8),
        ("phq-9", Rater.CLIENT): marks(*[1] * 8, 2, measure="phq-9"),
    }
    for days, late in ((0, (0, 0)), (3, (1, 3))):  # with the second it is open since the first
        with db.transaction() as writing:
            details = SessionDetails(today - timedelta(days=days))
            sessions.log_session(
                writing, cast.clinician, made, details, RatingsEntry(rated), now=clock.now()
            )
        for asked in (BoardFilter(), BoardFilter(clinician=cast.outsider.id)):
            told = shown(cast, asked).late_risk
            assert (told.items, told.days) == late
    first = shown(cast, BoardFilter()).rows[0]
    assert (first.tier, first.waits) == (Tier.RISK, True)


def test_each_choice_of_a_facet_has_the_count_of_what_it_would_leave(cast: Cast) -> None:
    two_falls(cast, today=clock.now().date())
    (row,) = falls(shown(cast))
    answer(cast, row.flags[1].flag_id)
    (offered,) = falls(shown(cast, BoardFilter(state=BoardState.OPEN, offered=True)))
    assert (offered.flag_id, offered.only_offered) == (row.flags[0].flag_id, True)
    for asked in (
        BoardFilter(),
        BoardFilter(everything=True),
        BoardFilter(first=True, tier=Tier.CHECK_IN),
        BoardFilter(state=BoardState.ANSWERED),
        BoardFilter(everything=True, clinician=cast.clinician.id, strength=2),
        BoardFilter(unmeasured=NotMeasured.LATELY),
        BoardFilter(unmeasured=NotMeasured.NEVER),
    ):
        counted = shown(cast, asked).facets
        stays = replace(asked, first=asked.only_first, everything=not asked.only_first)
        for names, values, fields in (
            (counted.clinicians, (ALL, cast.clinician.id), ("clinician",)),
            (counted.tiers, (ALL, *Tier), ("tier",)),
            (counted.unmeasured, (ALL, NotMeasured.LATELY), ("unmeasured",)),
        ):
            for value in values:
                chosen = dict.fromkeys(fields, None if value == ALL else value)
                left = shown(cast, replace(stays, **chosen)).rows
                assert names.get(value, 0) == len(left), (asked, value)
        for state in (ALL, FIRST, OFFERED, *BoardState):
            chosen = {"first": state == FIRST, "everything": state == ALL}
            chosen["offered"] = state == OFFERED
            value = {ALL: None, FIRST: None, OFFERED: BoardState.OPEN}.get(state, state)
            left = shown(cast, replace(asked, state=value, **chosen)).rows
            assert counted.states.get(state, 0) == len(left), (asked, state)


def test_who_is_not_measured_is_told_apart(cast: Cast) -> None:
    today = clock.now().date()
    for days in (21, 14, 7):
        day = today - timedelta(days=days)
        log(cast.clinician, cast.client_id, day, no_rating=NoRating.NOT_ASKED)
    asked = BoardFilter(unmeasured=NotMeasured.LATELY)
    (row,) = shown(cast, asked).rows
    assert row.kind is FlagKind.NO_RATING_LATELY
    (never,) = shown(cast, asked).never_rated
    assert (never.client_id, never.sessions) == (cast.client_id, 3)
    assert never.since == today - timedelta(days=21)
    assert shown(cast, BoardFilter(unmeasured=NotMeasured.NEVER)).rows == ()
    session = log(cast.clinician, cast.client_id, today, 8, 8, 8, 8)
    assert shown(cast, asked).rows == ()
    assert shown(cast).never_rated == ()
    taken_back = entry(marks(None, None, None, None))
    correct(cast, session, today, taken_back, no_rating=NoRating.NOT_ASKED)
    with db.reading() as reading:
        assert kept_otherwise(reading) == []
    again = shown(cast).never_rated
    assert [(client.client_id, client.sessions) for client in again] == [(cast.client_id, 4)]


def test_the_line_behind_a_row_is_the_one_of_the_record(cast: Cast) -> None:
    two_falls(cast, today=clock.now().date())
    for days in (100, 90, 80):
        log(cast.clinician, cast.client_id, clock.now().date() - timedelta(days=days), 8, 8, 8, 8)
    rows = shown(cast, BoardFilter(everything=True)).rows
    (line,) = [row.line for row in falls(shown(cast))]
    with db.reading() as reading:
        record = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
    (trajectory,) = record.course.trajectories.values()
    assert line.recent == tuple(point.scores.total for point in trajectory.points[-8:])
    assert line.flagged == {7}
    numbers = {slot.session_id: slot.number for slot in record.course.slots}
    first = len(record.course.slots) - len(line.recent) + 1
    marked = {row.flag_id: {row.number - first} for row in rows if row.by_client}
    assert {row.flag_id: row.line.flagged for row in rows if row.by_client} == marked
    assert {numbers[row.finding.session_id] for row in rows} == {row.number for row in rows}


def test_no_line_stands_behind_a_row_whose_client_gave_no_total_lately(cast: Cast) -> None:
    today = clock.now().date()
    for days in range(11, 2, -1):
        day = today - timedelta(days=days)
        log(cast.clinician, cast.client_id, day, no_rating=NoRating.NOT_ASKED)

    def lines() -> tuple[int, int]:
        """How many rows the board has, and how many of them have a line."""
        rows = shown(cast).rows
        return len(rows), sum(row.line is not None for row in rows)

    assert lines() == (1, 0)  # of a client who never rated
    log(cast.clinician, cast.client_id, today - timedelta(days=30), 8, 8, 8, 8)
    assert lines() == (1, 0)  # rated once, before the sessions that are drawn
    log(cast.clinician, cast.client_id, today - timedelta(days=2), 2, None, None, None)
    shown_rows, with_line = lines()
    assert shown_rows > 0
    assert with_line == 0  # one item alone makes no total
    log(cast.clinician, cast.client_id, today, 5, 5, 5, 5)
    shown_rows, with_line = lines()
    assert shown_rows == with_line > 0


def test_a_clinician_who_is_not_supervised_is_not_on_it(cast: Cast) -> None:
    log(cast.outsider, cast.other_client_id, clock.now().date() - timedelta(days=8), 8, 8, 8, 8)
    log(cast.outsider, cast.other_client_id, clock.now().date(), 5, 8, 8, 8)
    found = shown(cast)
    assert (found.rows, found.clinicians) == ((), {cast.clinician.id: "Clinician"})
    with pytest.raises(NotPermitted):
        shown(cast, BoardFilter(clinician=cast.outsider.id))
    for name in ("clinician", "administrator", "outsider"):
        with pytest.raises(NotPermitted), db.reading() as reading:
            board(reading, cast.named(name), EVERYTHING, now=clock.now())


def test_a_client_is_found_by_their_code_among_those_one_reads(cast: Cast) -> None:
    with db.transaction() as writing:
        code = writing.get_one(Client, cast.client_id).code
        other = writing.get_one(Client, cast.other_client_id).code
        for typed in (code, code.lower(), f" {code.replace('-', '')} "):
            assert find(writing, cast.supervisor, typed, now=clock.now()) == cast.client_id
        assert find(writing, cast.supervisor, other, now=clock.now()) is None
        assert find(writing, cast.supervisor, "", now=clock.now()) is None
        with pytest.raises(NotPermitted):
            find(writing, cast.clinician, code, now=clock.now())
        looked = select(AuditEntry).where(AuditEntry.event == "board.searched")
        assert len(list(writing.scalars(looked))) == 5


def test_views_are_ones_own(cast: Cast) -> None:
    def save(name: str, asked: dict[str, str]) -> SavedView:
        with db.transaction() as writing:
            return save_view(writing, cast.supervisor, name, asked, now=clock.now())

    first = save(" Mine ", {"show": "all"})
    assert save("mine", {"tier": "risk"}).id == first.id
    assert [(v.name, v.asked) for v in shown(cast).views] == [("mine", {"tier": "risk"})]
    for name in ("", "x" * 41):
        with pytest.raises(Incomplete):
            save(name, {})
    for number in range(MOST_VIEWS - 1):
        save(f"view {number}", {})
    with pytest.raises(Incomplete):
        save("one too many", {})
    save("view 1", {"sort": "date"})
    for who, what in ((cast.outsider, first.id), (cast.supervisor, uuid4())):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            remove_view(writing, who, what, now=clock.now())
    with pytest.raises(NotPermitted), db.transaction() as writing:
        save_view(writing, cast.clinician, "Mine", {}, now=clock.now())
    with db.transaction() as writing:
        remove_view(writing, cast.supervisor, first.id, now=clock.now())
    assert len(shown(cast).views) == MOST_VIEWS - 1


def test_the_number_of_queries_does_not_grow(app: Flask, cast: Cast) -> None:
    two_falls(cast, today=clock.now().date())
    with queries(app) as few:
        shown(cast)
    for _ in range(5):
        with db.transaction() as writing:
            made = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
        two_falls(replace(cast, client_id=made.id), today=clock.now().date())
    with queries(app) as many:
        assert sum(len(row.flags) for row in shown(cast).rows) > 10
    assert len(many) == len(few) <= 12


def test_a_board_reads_the_flags_of_its_page_alone(app: Flask, cast: Cast) -> None:
    for number in range(3):
        with db.transaction() as writing:
            made = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
        for days, bond in ((20, 8), (10 + number, 5)):
            day = clock.now().date() - timedelta(days=days)
            log(cast.clinician, made.id, day, bond, 8, 8, 8)
    whole = shown(cast)
    pages = []
    for start in range(4):
        with queries(app) as sent, db.reading() as reading:
            page = board(reading, cast.supervisor, EVERYTHING, start=start, size=1, now=clock.now())
        assert not any("FROM ratings" in statement for statement, _ in sent)
        assert not any("FROM flag" in statement for statement, _ in sent)
        (read,) = [
            s
            for s, _ in sent
            if s.startswith("SELECT kept_courses.client_id, kept_courses.board_rows")
        ]
        assert len(page.rows) == read.partition(" IN (")[2].partition(")")[0].count(",") + 1 == 1
        assert (page.matching, page.facets) == (3, whole.facets)
        pages.append((page.start, page.rows[0].flag_id))
    in_order = [(n, row.flag_id) for n, row in enumerate(whole.rows)]
    assert pages == [*in_order, in_order[-1]]  # past the end there is the last one


def test_a_board_of_what_is_kept_is_that_of_what_is_not(cast: Cast) -> None:
    narrowed = ({}, {"unseen": True}, {"old": True}, {"tier": Tier.CHECK_IN})
    everything = [BoardFilter(sort=sort, **asks) for sort in (*SORTS, "need") for asks in narrowed]
    two_falls(cast, today=clock.now().date())
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    log(cast.clinician, made.id, clock.now().date(), no_rating=NoRating.NOT_ASKED)
    kept = [shown(cast, asked) for asked in everything]
    with db.engine().begin() as connection:
        connection.execute(text("DELETE FROM kept_courses"))
    assert [shown(cast, asked) for asked in everything] == kept
    assert (kept[0].total, len(kept[0].never_rated)) == (1, 1)


def test_what_was_answered_long_ago_is_not_beside_what_is_new(cast: Cast) -> None:
    today = clock.now().date()
    for days, bond in ((100, 8), (93, 5)):
        log(cast.clinician, cast.client_id, today - timedelta(days=days), bond, 8, 8, 8)
    (old,) = shown(cast).rows
    answer(cast, old.flag_id)
    assert shown(cast).rows == ()
    for days, bond in ((7, 8), (0, 5)):
        log(cast.clinician, cast.client_id, today - timedelta(days=days), bond, 8, 8, 8)
    assert {row.held_on for row in shown(cast).rows} == {today}


def test_rows_of_a_client_who_was_written_to_since_the_board_was_read_are_worked_out_anew(
    cast: Cast,
) -> None:
    two_falls(cast, today=clock.now().date())
    now = clock.now()
    with db.reading() as reading:
        clients = boards_of(reading, [cast.clinician.id], START, now=now)
        before = rows_of(reading, clients, now=now)
    assert before
    with db.engine().begin() as connection:
        connection.execute(text("UPDATE flags SET version = version + 1"))  # kept by nobody
    with db.reading() as reading:
        assert kept_texts(reading, [cast.client_id], BOARD_ROWS) == {}
        after = rows_of(reading, clients, now=now)
    assert after.keys() == before.keys()
    versions = [[thing.lines[0][0].version for thing in told.values()] for told in (before, after)]
    assert versions == [[1] * len(before), [2] * len(before)]


def test_a_rating_of_a_measure_that_is_not_defined_any_more_is_left_out(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_falls(cast, today=clock.now().date())
    assert shown(cast).rows
    use_known(monkeypatch, Known({}, {}))
    assert shown(cast).rows == ()


def test_waiting_for_a_rating_ends_when_the_client_rates_again(cast: Cast) -> None:
    today = clock.now().date()
    for days in (28, 21, 14):
        log(
            cast.clinician,
            cast.client_id,
            today - timedelta(days=days),
            no_rating=NoRating.NOT_ASKED,
        )
    (row,) = shown(cast).rows
    assert (row.finding.kind, row.state) == (FlagKind.NO_RATING_LATELY, BoardState.OPEN)
    log(cast.clinician, cast.client_id, today, 8, 8, 8, 8)
    (row,) = [r for r in shown(cast).rows if r.finding.kind is FlagKind.NO_RATING_LATELY]
    assert (row.stage, row.state) == (Stage.SETTLED, BoardState.SETTLED)
