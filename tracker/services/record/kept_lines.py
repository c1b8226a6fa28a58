"""The line of a client as it is kept: written out and read back as it was, number for number.

Measures are kept by key and version, and what a practice typed is not kept at all: notes stay where they are.
"""

from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

import msgspec

from tracker.domain.care.answers import Addressed, Stage
from tracker.domain.course.sessions import Given
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.measure import Measure
from tracker.domain.rules.findings import Finding, Recovery
from tracker.domain.rules.start_mark import StartBeside
from tracker.models import Flag, FlagAnswer, FlagFinding
from tracker.reference.loader import Known
from tracker.services.record.client_lines import AllianceLine, ClientLine, OutcomeLine
from tracker.services.record.flag_views import FlagView
from tracker.services.record.kept_values import MeasureKey, encoder, exact


class KeptAnswer(msgspec.Struct, frozen=True, array_like=True):
    """Of an answer, what decides where its flag stands; not what was written."""

    id: UUID
    answer: str
    finding_id: UUID
    recorded_at: datetime
    recorded_by_id: UUID


class KeptFlag(msgspec.Struct, frozen=True, array_like=True):
    """A flag of a line, with the sessions that its finding names."""

    id: UUID
    client_id: UUID
    participant_id: UUID
    version: int
    finding_id: UUID
    finding: Finding
    rules_version: str
    measure: MeasureKey
    slot: Slot
    since: tuple[Slot, ...]
    given: Given
    stage: Stage
    addressed: Addressed
    answers: tuple[KeptAnswer, ...]
    recovery: Recovery | None
    climbed: bool
    start: StartBeside | None
    letters: dict[UUID, str]


class KeptAlliance(msgspec.Struct, frozen=True, array_like=True):
    """An alliance line."""

    measure: MeasureKey
    recent: tuple[Fraction | None, ...]
    flagged: tuple[int, ...]
    last: Fraction
    change: Fraction | None


class KeptOutcome(msgspec.Struct, frozen=True, array_like=True):
    """An outcome line."""

    measure: MeasureKey
    recent: tuple[Fraction | None, ...]
    last: Fraction
    gain: Fraction | None


class KeptLine(msgspec.Struct, frozen=True, array_like=True):
    """A client's line."""

    sessions: int
    last_attended: date | None
    scheduled: tuple[date, ...]
    repairs: int
    steps: tuple[date, ...]
    flags: tuple[KeptFlag, ...]
    alliance: KeptAlliance | None
    outcome: KeptOutcome | None


_decoder = msgspec.json.Decoder(KeptLine, dec_hook=exact)


def written(line: ClientLine) -> bytes:
    """The line as it is kept."""
    kept = KeptLine(
        line.sessions,
        line.last_attended,
        line.scheduled,
        line.repairs,
        line.steps,
        tuple(map(_kept_flag, line.flags)),
        _kept_alliance(line.alliance) if line.alliance else None,
        _kept_outcome(line.outcome) if line.outcome else None,
    )
    return encoder.encode(kept)


def read(text: bytes, known: Known) -> ClientLine:
    """The line that was kept; the measures are those of this installation."""
    kept = _decoder.decode(text)
    return ClientLine(
        kept.sessions,
        kept.last_attended,
        kept.scheduled,
        kept.repairs,
        kept.steps,
        tuple(_view(flag, known) for flag in kept.flags),
        _alliance(kept.alliance, known) if kept.alliance else None,
        _outcome(kept.outcome, known) if kept.outcome else None,
    )


def _alliance(kept: KeptAlliance, known: Known) -> AllianceLine:
    measure = _measure(kept.measure, known)
    flagged = frozenset(kept.flagged)
    return AllianceLine(measure, kept.recent, flagged, kept.last, kept.change)


def _outcome(kept: KeptOutcome, known: Known) -> OutcomeLine:
    return OutcomeLine(_measure(kept.measure, known), kept.recent, kept.last, kept.gain)


def _measure(key: MeasureKey, known: Known) -> Measure:
    return known.versions[key]


def _key(measure: Measure) -> MeasureKey:
    return measure.key, measure.version


def _kept_alliance(line: AllianceLine) -> KeptAlliance:
    flagged = tuple(sorted(line.flagged))
    return KeptAlliance(_key(line.measure), line.recent, flagged, line.last, line.change)


def _kept_outcome(line: OutcomeLine) -> KeptOutcome:
    return KeptOutcome(_key(line.measure), line.recent, line.last, line.gain)


def _kept_flag(view: FlagView) -> KeptFlag:
    named = {fall.since for fall in view.finding.falls}
    named |= {each.since for each in view.finding.compared if each.since}
    return KeptFlag(
        view.flag.id,
        view.flag.client_id,
        view.flag.participant_id,
        view.flag.version,
        view.flag.findings[-1].id,
        view.finding,
        view.rules_version,
        _key(view.measure),
        view.slot,
        tuple(slot for session_id, slot in view.since.items() if session_id in named),
        view.given,
        view.stage,
        view.addressed,
        tuple(map(_kept_answer, view.answers)),
        view.recovery,
        view.climbed,
        view.start,
        dict(view.letters),
    )


def _kept_answer(row: FlagAnswer) -> KeptAnswer:
    return KeptAnswer(row.id, row.answer, row.finding_id, row.recorded_at, row.recorded_by_id)


def _view(kept: KeptFlag, known: Known) -> FlagView:
    """The flag as pages show it in a row: its rows hold what was kept of them, and belong to no database session."""
    finding = kept.finding
    answers = tuple(
        FlagAnswer(**{name: getattr(row, name) for name in KeptAnswer.__struct_fields__})
        for row in kept.answers
    )
    return FlagView(
        flag=_flag(kept),
        finding=finding,
        rules_version=kept.rules_version,
        measure=_measure(kept.measure, known),
        slot=kept.slot,
        since={slot.session_id: slot for slot in kept.since},
        given=kept.given,
        stage=kept.stage,
        addressed=kept.addressed,
        entries=(),
        answers=answers,
        earlier=(),
        recovery=kept.recovery,
        climbed=kept.climbed,
        start=kept.start,
        letters=kept.letters,
    )


def _flag(kept: KeptFlag) -> Flag:
    finding = kept.finding
    return Flag(
        id=kept.id,
        client_id=kept.client_id,
        session_id=finding.session_id,
        participant_id=kept.participant_id,
        measure_key=finding.measure_key,
        rater=finding.rater,
        tier=finding.tier,
        withdrawn_at=None,
        version=kept.version,
        findings=[FlagFinding(id=kept.finding_id)],
    )
