"""The charts of a record: the course at a glance, and one chart for each measure with what it is seen against."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tracker.charts import plotly, svg
from tracker.charts.figure import Figure
from tracker.charts.timeline import Event, ObjectiveEnd, timeline
from tracker.charts.trajectory import Mark, figure
from tracker.domain.care.answers import Stage
from tracker.domain.care.objectives import ObjectiveState
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.rules.findings import Tier
from tracker.models import Participant
from tracker.services.record.clients import participant_a
from tracker.services.record.flag_views import FlagView
from tracker.services.record.objective_views import ObjectiveView
from tracker.services.record.records import Record
from tracker.web.words import change as change_words
from tracker.web.words import flags as flag_words
from tracker.web.words import objectives as objective_words
from tracker.web.words import ranges as range_words

WIDE = 760
NARROW = 280  # px; a card leaves 248 of 320, and text must stay readable in it


@dataclass(frozen=True)
class Glance:
    """The course at a glance, ready for its macro: drawn by the server alone."""

    figure: Figure
    wide: str
    narrow: str


@dataclass(frozen=True)
class Drawing:
    """One measure's chart, ready for its macro, with how an outcome changed and a sentence on the usual range."""

    id: str
    measure: Measure
    figure: Figure
    wide: str
    narrow: str
    json: str
    prorated: tuple[int, ...]  # numbers of the sessions whose scores make up for missing items
    in_use: bool
    change: change_words.Summary | None
    usual: str


def of_record(record: Record) -> list[Drawing]:
    """A chart for each measure and person that rated it, in the order of the measures in use, those not in use any more
    last."""
    first = participant_a(record.client)
    return [
        _drawing(record, measure, shown, person)
        for measure in record.shown
        for person in record.client.participants
        if (person is first or record.trajectory(measure, Rater.CLIENT, person.id))
        if (shown := _figure(record, measure, person)) is not None
    ]


def at_a_glance(record: Record) -> Glance | None:
    """Alliance, outcome and flags over the same sessions; None without ratings of both, or of one session."""
    by_kind: dict[Kind, list[list[Trajectory]]] = {Kind.ALLIANCE: [], Kind.OUTCOME: []}
    for measure in record.measures:
        client = record.trajectory(measure, Rater.CLIENT)
        therapist = record.trajectory(measure, Rater.THERAPIST)
        if client and any(point.scores.total is not None for point in client.points):
            by_kind[measure.kind].append([client, therapist] if therapist else [client])
    alliance = by_kind[Kind.ALLIANCE][:1]
    outcomes = by_kind[Kind.OUTCOME]
    if not alliance or not outcomes or len(record.course.slots) < 2:
        return None
    cutoffs = {m.key: cutoff for m in record.measures if (cutoff := _cutoff(record, m)) is not None}
    events = [_event(record, flag) for flag in record.flags if flag.stage is not Stage.WITHDRAWN]
    courses = [*alliance, *outcomes]
    decided = [d for v in record.objectives for d in _decided(v)]
    shown = timeline(_name(record, participant_a(record.client)), courses, events, cutoffs, decided)
    return Glance(shown, svg.render(shown, width=WIDE), svg.render(shown, width=NARROW))


def _decided(view: ObjectiveView) -> Iterator[ObjectiveEnd]:
    """The objective at the day on which it was decided; nothing for one that is open, or was closed by hand."""
    judgement = view.judgement
    if view.open and judgement.on is not None:
        met = judgement.state is ObjectiveState.MET
        yield ObjectiveEnd(
            judgement.on, met, f"{objective_words.title(view)} ({'met' if met else 'missed'})"
        )


def _event(record: Record, flag: FlagView) -> Event:
    thing = record.thing_of(flag)
    waiting = [each for each in thing.flags if each.needs_answer] if thing else []
    leads = bool(waiting) and waiting[0] is flag
    state = "open" if flag.needs_answer else flag_words.stage(flag).lower()
    text = f"{flag_words.TIER[flag.tier]}: {flag_words.short(flag)}"
    text += "" if flag.tier is Tier.NOTE else f" ({state})"
    return Event(flag.slot.session_id, flag.tier, text, flag.needs_answer, leads)


def _name(record: Record, person: Participant) -> str:
    """Of whom a chart is: the client's code, with a letter where several people rate."""
    letter = record.letter(person.id)
    return f"{record.client.code}, {letter}" if letter else record.client.code


def _prorated(record: Record, measure: Measure, person: Participant) -> tuple[int, ...]:
    raters = (Rater.CLIENT, Rater.THERAPIST)
    lines = (record.trajectory(measure, rater, person.id) for rater in raters)
    points = [point for line in lines if line for point in line.points]
    return tuple(sorted({point.slot.number for point in points if point.scores.prorated}))


def _drawing(record: Record, measure: Measure, shown: Figure, person: Participant) -> Drawing:
    client = record.trajectory(measure, Rater.CLIENT, person.id)
    first = person is participant_a(record.client)
    outcome = client if measure.kind is Kind.OUTCOME else None
    begun = record.anew.get(measure.key, frozenset())
    keys = [panel.key for panel in shown.panels]
    by = record.reliable_change(measure)
    return Drawing(
        id=f"chart-{measure.key}" + ("" if first else f"-{person.letter.lower()}"),
        measure=measure,
        figure=shown,
        wide=svg.render(shown, width=WIDE),
        narrow=svg.render(shown, width=NARROW),
        json=plotly.to_json(shown),
        prorated=_prorated(record, measure, person),
        in_use=measure in record.measures,
        change=change_words.summary(outcome, record.client.age_band, by) if outcome else None,
        usual=range_words.sentence(client, keys, begun) if client and first else "",
    )


def _figure(record: Record, measure: Measure, person: Participant) -> Figure | None:
    client = record.trajectory(measure, Rater.CLIENT, person.id)
    therapist = record.trajectory(measure, Rater.THERAPIST)
    if client is None and therapist is None:
        return None
    if client is None:
        client = Trajectory(measure, Rater.CLIENT, record.course.slots, ())
    flags = [
        flag
        for flag in record.flags
        if flag.measure.key == measure.key
        and flag.tier is Tier.CHECK_IN
        and flag.flag.participant_id == person.id
    ]
    rings = [mark for flag in flags if flag.stage is not Stage.WITHDRAWN for mark in marks(flag)]
    return figure(
        _name(record, person),
        client,
        therapist,
        rings,
        cutoff=_cutoff(record, measure),
        anew=record.anew.get(measure.key, ()),
        change=record.reliable_change(measure),
    )


def _cutoff(record: Record, measure: Measure) -> Fraction | None:
    return measure.level.cutoff(record.client.age_band) if measure.level else None


def marks(flag: FlagView) -> Iterator[Mark]:
    """A ring for each score that fell, with what came of it: since the rating before; of what is unusually low, below
    its base; of a slide, since where it began. Tension alone has no score to ring."""
    said = {Stage.ADDRESSED: "addressed", Stage.PLANNED: "planned"}.get(flag.stage)
    for fall in flag.finding.falls:
        before = fall.previous if flag.finding.by_threshold else fall.base
        yield Mark(flag.slot.session_id, fall.key, fall.now - before, said)
    for slid in flag.finding.compared if flag.tier is Tier.CHECK_IN else ():
        if slid.now is not None and slid.reference is not None:
            yield Mark(flag.slot.session_id, slid.key, slid.now - slid.reference, said)
