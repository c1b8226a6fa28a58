"""The charts of a record: its course, and one of each measure with what it is seen against."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tracker.charts import plotly, readings, svg
from tracker.charts.course import Against, ToldCheckIn, course
from tracker.charts.figure import Figure
from tracker.charts.panels import Mark
from tracker.charts.plotly import Axis
from tracker.charts.trajectory import figure
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.rules.findings import Returned, Tier
from tracker.models import Participant
from tracker.services.record.clients import participant_a
from tracker.services.record.flag_views import FlagView
from tracker.services.record.records import Record
from tracker.web.words import change as change_words
from tracker.web.words import flags as flag_words
from tracker.web.words import general as words
from tracker.web.words import ranges as range_words

WIDE = 852
NARROW = 288  # px: what a page leaves of 320
NOT_ANSWERED = "no answer noted"
BECAME = {
    Answer.TALKED: "talked about",
    Answer.EXPLAINED: "explained by the client",
    Answer.PREFERRED_NOT: "asked; preferred not to say",
    Answer.NEXT_SESSION: "to be raised next time",
    Answer.NOT_TODAY: "not right that day",
    Answer.ENTERED_WRONGLY: "entered wrongly",
    Answer.SUPERVISION: "taken to supervision",
}


@dataclass(frozen=True)
class Picture:
    """A figure as the server draws it, for wide and for narrow pages, and what is read of each session in it."""

    figure: Figure
    wide: str
    narrow: str
    readings: str


@dataclass(frozen=True)
class Explored:
    """One chart to look into: its picture, the same for Plotly, and what the numbers of a measure rest on."""

    picture: Picture
    json: str
    measure: Measure | None
    prorated: tuple[int, ...]  # numbers of the sessions whose scores make up for missing items
    change: change_words.Summary | None
    usual: str


def picture(shown: Figure) -> Picture:
    """The figure, drawn."""
    papers = {"wide": svg.laid_out(shown, WIDE), "narrow": svg.laid_out(shown, NARROW)}
    said = readings.readings(shown, papers) if shown.panels else ""
    return Picture(shown, svg.drawn(papers["wide"]), svg.drawn(papers["narrow"]), said)


def course_of(record: Record, person: Participant, outcomes: list[Measure]) -> Figure | None:
    """The course of the alliance as this person rates it, with these outcomes below; None without any rating."""
    alliance = [record.primary] if record.primary else []
    raters_of = [
        raters for measure in [*alliance, *outcomes] if (raters := _raters(record, measure, person))
    ]
    if not raters_of:
        return None
    measures = [raters[0].measure for raters in raters_of]
    return course(
        _name(record, person),
        raters_of,
        list(_told(record, measures[0], person)),
        {raters[0].measure.key: _against(record, raters[0]) for raters in raters_of},
        record.next_on,
    )


def explored(
    record: Record, measure: Measure, person: Participant, axis: Axis = Axis.SESSIONS
) -> Explored | None:
    """One measure as this person rates it, score by score; None without any rating."""
    shown = _of_measure(record, measure, person)
    if shown is None:
        return None
    client = record.trajectory(measure, Rater.CLIENT, person.id)
    by = record.reliable_change(measure)
    outcome = client if measure.kind is Kind.OUTCOME else None
    keys = [panel.key for panel in shown.panels]
    begun = record.anew.get(measure.key, frozenset())
    first = person is participant_a(record.client)
    return Explored(
        picture(shown),
        plotly.to_json(shown, axis),
        measure,
        _prorated(record, measure, person),
        change_words.summary(outcome, record.client.age_band, by) if outcome else None,
        range_words.sentence(client, keys, begun) if client and first else "",
    )


def explored_course(shown: Figure, axis: Axis = Axis.SESSIONS) -> Explored:
    """The course, to look into."""
    return Explored(picture(shown), plotly.to_json(shown, axis), None, (), None, "")


def outcomes_of(record: Record, person: Participant) -> list[Measure]:
    """The outcome measures with a score of this person, the one rated last first, those in use before others."""

    def last(measure: Measure) -> int:
        line = record.trajectory(measure, Rater.CLIENT, person.id)
        points = reversed(line.points if line else ())
        return next((p.slot.number for p in points if p.scores.total is not None), 0)

    rated = [m for m in record.shown if m.kind is Kind.OUTCOME and last(m)]
    return sorted(rated, key=lambda m: (m not in record.measures, -last(m)))


def _raters(record: Record, measure: Measure, person: Participant) -> list[Trajectory]:
    """The person's ratings, and the therapist's where there are any; nothing where neither has a score."""
    client = record.trajectory(measure, Rater.CLIENT, person.id)
    therapist = record.trajectory(measure, Rater.THERAPIST)
    lines = [line for line in (client, therapist) if line]
    if not any(point.scores.total is not None for line in lines for point in line.points):
        return []
    own = client or Trajectory(measure, Rater.CLIENT, record.course.slots, (), person.id)
    return [own, therapist] if therapist else [own]


def _against(record: Record, line: Trajectory) -> Against:
    measure = line.measure
    by = record.reliable_change(measure)
    outcome = measure.kind is Kind.OUTCOME
    return Against(
        _cutoff(record, measure),
        by,
        record.anew.get(measure.key, ()),
        change_words.in_short(line, record.client.age_band, by) if outcome else "",
    )


def _told(record: Record, measure: Measure, person: Participant) -> Iterator[ToldCheckIn]:
    for flag in _check_ins(record, measure, person):
        rings = tuple(marks(flag))
        said = "" if rings else flag_words.short(flag)
        yield ToldCheckIn(flag.slot.session_id, rings, said, tuple(became(flag)), flag.needs_answer)


def became(flag: FlagView) -> Iterator[str]:
    """What was answered to a check-in, and how what fell went on, in a few words each."""
    last = flag.last_answer
    if last:
        answer = Answer(last.answer)
        yield BECAME.get(answer, words.ANSWERED[answer].lower())
    elif flag.needs_answer:
        yield NOT_ANSWERED
    recovery = flag.recovery
    if recovery is None or not recovery.seen:
        return
    if recovery.state is Returned.BACK:
        assert recovery.began is not None
        assert recovery.at is not None
        yield f"came back, sessions {recovery.began.number} and {recovery.at.number}"
    else:
        lasted = recovery.state is Returned.NOT_BACK
        yield "not back after five ratings" if lasted else "not back yet"


def _check_ins(record: Record, measure: Measure, person: Participant) -> list[FlagView]:
    return [
        flag
        for flag in record.flags
        if flag.measure.key == measure.key
        and flag.tier is Tier.CHECK_IN
        and flag.flag.participant_id == person.id
        and flag.stage is not Stage.WITHDRAWN
    ]


def _name(record: Record, person: Participant) -> str:
    """Of whom a chart is: the client's code, with a letter where several people rate."""
    letter = record.letter(person.id)
    return f"{record.client.code}, {letter}" if letter else record.client.code


def _prorated(record: Record, measure: Measure, person: Participant) -> tuple[int, ...]:
    raters = (Rater.CLIENT, Rater.THERAPIST)
    lines = (record.trajectory(measure, rater, person.id) for rater in raters)
    points = [point for line in lines if line for point in line.points]
    return tuple(sorted({point.slot.number for point in points if point.scores.prorated}))


def _of_measure(record: Record, measure: Measure, person: Participant) -> Figure | None:
    client = record.trajectory(measure, Rater.CLIENT, person.id)
    therapist = record.trajectory(measure, Rater.THERAPIST)
    if client is None and therapist is None:
        return None
    if client is None:
        client = Trajectory(measure, Rater.CLIENT, record.course.slots, ())
    return figure(
        _name(record, person),
        client,
        therapist,
        [mark for flag in _check_ins(record, measure, person) for mark in marks(flag)],
        cutoff=_cutoff(record, measure),
        anew=record.anew.get(measure.key, ()),
        change=record.reliable_change(measure),
    )


def _cutoff(record: Record, measure: Measure) -> Fraction | None:
    return measure.level.cutoff(record.client.age_band) if measure.level else None


def marks(flag: FlagView) -> Iterator[Mark]:
    """A ring for each score that fell, with what came of it: since the rating before; of what is unusually low, below
    its base; of a slide, since where it began. Tension alone has no score to ring."""
    said = None if flag.needs_answer else "; ".join(became(flag)) or "no answer asked"
    session = flag.slot.session_id
    for fall in flag.finding.falls:
        before = fall.previous if flag.finding.by_threshold else fall.base
        yield Mark(session, fall.key, fall.now, fall.now - before, said)
    for slid in flag.finding.compared if flag.tier is Tier.CHECK_IN else ():
        if slid.now is not None and slid.reference is not None:
            yield Mark(session, slid.key, slid.now, slid.now - slid.reference, said)
