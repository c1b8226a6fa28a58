"""A stored finding is read back as what was written."""

import json
from datetime import UTC, datetime
from fractions import Fraction
from uuid import UUID, uuid4

import hypothesis.strategies as st
from hypothesis import given

from tracker.domain.measures.measure import Basis, Rater, ReliableChange
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.rules.findings import RULES_VERSION, Compared, Fall, Finding, FlagKind
from tracker.models import Flag, FlagAnswer, FlagFinding
from tracker.services.record.flag_rows import (
    counted,
    finding_of,
    finding_row,
    place_of,
    says,
    sessions_compared,
)

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
NUMBERS = st.fractions(min_value=-1000, max_value=1000)
KEYS = st.text(min_size=1, max_size=20)
FALLS = st.builds(Fall, KEYS, NUMBERS, NUMBERS, NUMBERS, st.uuids(), st.booleans(), NUMBERS)
COMPARED = st.builds(
    Compared, KEYS, st.none() | NUMBERS, st.none() | NUMBERS, st.none() | st.uuids()
)
FINDINGS = st.builds(
    Finding,
    kind=st.sampled_from(FlagKind),
    session_id=st.uuids(),
    measure_key=KEYS,
    rater=st.sampled_from(Rater),
    participant=st.uuids(),
    rating_id=st.none() | st.uuids(),
    strength=st.sampled_from([None, 1, 2, 3]),
    falls=st.lists(FALLS, max_size=3).map(tuple),
    compared=st.lists(COMPARED, max_size=3).map(tuple),
    reason=st.text(max_size=40),
    held_back=st.none() | st.integers(0, 2),
    own_setting=st.booleans(),
    strain=st.none()
    | st.builds(
        StrainAnswer,
        seen=st.sampled_from(StrainSeen),
        settled=st.none() | st.sampled_from(StrainSettled),
    ),
    change=st.none()
    | st.builds(
        ReliableChange,
        points=NUMBERS,
        source=st.text(max_size=40),
        basis=st.sampled_from(Basis),
        within_sd=st.none() | NUMBERS,
        clients=st.integers(0, 200),
    ),
    own_clients=st.none() | st.integers(30, 200),
)


def flag_of(finding: Finding) -> Flag:
    return Flag(
        session_id=finding.session_id,
        measure_key=finding.measure_key,
        rater=finding.rater.value,
        participant_id=finding.participant,
    )


def stored(finding: Finding) -> FlagFinding:
    """The row as a database gives it back: plain text and JSON."""
    row = finding_row(finding, sequence=3, now=NOW)
    row.kind = str(row.kind)
    row.detail = json.loads(json.dumps(row.detail))
    return row


@given(FINDINGS)
def test_a_finding_is_read_back_as_it_was_written(finding: Finding) -> None:
    row = stored(finding)
    assert finding_of(flag_of(finding), row) == finding
    assert (row.sequence, row.found_at, row.rules_version) == (3, NOW, RULES_VERSION)
    assert says(row, finding)
    assert sessions_compared(row.detail) == [c.since for c in finding.compared if c.since]


@given(FINDINGS, FINDINGS)
def test_a_row_says_its_own_finding_and_no_other(one: Finding, other: Finding) -> None:
    read = finding_of(flag_of(other), stored(one))
    assert says(stored(one), other) is (read == other)


def test_the_first_rules_wrote_nothing_that_was_compared() -> None:
    finding = Finding(FlagKind.DROP, uuid4(), "srs", participant=uuid4(), strength=1)
    row = stored(finding)
    del row.detail["compared"]
    assert finding_of(flag_of(finding), row) == finding
    assert says(row, finding)
    assert sessions_compared(row.detail) == []
    assert not says(row, Finding(FlagKind.DROP, finding.session_id, "srs", strength=2))


def test_numbers_are_kept_exactly() -> None:
    third = Compared("total", Fraction(1, 3), Fraction(41, 10), None)
    row = stored(Finding(FlagKind.RECOVERED, uuid4(), "ors", compared=(third,)))
    assert row.detail["compared"] == [
        {"key": "total", "now": "1/3", "reference": "41/10", "since": None}
    ]


def test_answers_count_unless_they_are_undone() -> None:
    kept = FlagAnswer(id=uuid4(), undoes_id=None)
    undone = FlagAnswer(id=uuid4(), undoes_id=None)
    undoing = FlagAnswer(id=uuid4(), undoes_id=undone.id)
    assert counted([kept, undone, undoing]) == (kept,)
    assert counted([]) == ()


def test_a_therapists_rating_has_no_participant() -> None:
    who = UUID(int=1)
    client = Finding(FlagKind.DROP, uuid4(), "srs", Rater.CLIENT, who)
    assert place_of(flag_of(client)) == (client.session_id, "srs", "client", who)
    therapist = Finding(FlagKind.THERAPIST_DROP, uuid4(), "srs", Rater.THERAPIST, who)
    assert place_of(flag_of(therapist)) == (therapist.session_id, "srs", "therapist", None)
