"""The fields of a strain on the session's form: tension, as each side noticed it, and what the therapist saw."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wtforms import BooleanField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from tracker.domain.course.markers import StrainMarker, in_marker_order
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.measures.strain import (
    SETTLED,
    STRAIN,
    StrainAnswer,
    StrainSeen,
    StrainSettled,
)
from tracker.services.record.ratings import Key, name_of
from tracker.web.door.forms import Form, options
from tracker.web.words import general
from tracker.web.words import strains as words

KNOWN = "known"  # the name of the box by which a therapist says that the client's answers were known by then
SEEN_MISSING = "Say whether there was tension, or take out whether it is settled"
NOT_OFFERED = "Select one of the answers about tension, or 'not said'"


def asks(measure: Measure, rater: Rater) -> bool:
    """True when the measure asks that rater about tension."""
    return measure.strain is not None and rater in measure.strain.wording["en"]


def strain_fields(measure: Measure, rater: Rater) -> dict[str, Any]:
    """The fields of one rater's answer, by name."""
    if measure.strain is None or not asks(measure, rater):
        return {}
    key = (measure.key, rater)
    by = f"{measure.strain.label}, {general.RATER[rater].lower()}"
    fields: dict[str, Any] = {
        name_of(key, STRAIN): SelectField(by, choices=_choices(words.SEEN)),
        name_of(key, SETTLED): SelectField(f"{by}: settled", choices=_choices(words.SETTLED)),
    }
    if rater is Rater.THERAPIST:
        fields[name_of(key, KNOWN)] = BooleanField("I knew the client's answers by then")
    return fields


@dataclass(frozen=True)
class StrainNames:
    """The names of the fields of one answer: what was noticed, and whether it is settled."""

    seen: str
    settled: str


def _choices(said: Mapping[Any, str]) -> list[SelectChoice]:
    return options({**said, "": "not said"})


def strain_entered(
    form: Form, measure: Measure, key: Key, problems: dict[str, str]
) -> StrainAnswer | None:
    """What a rater answered; None for nothing. What cannot be read is said in `problems`."""
    if not asks(measure, key[1]):
        return None
    names = StrainNames(name_of(key, STRAIN), name_of(key, SETTLED))
    answer = strain_of_fields(form, names, problems)
    known = key[1] is Rater.THERAPIST and form[name_of(key, KNOWN)].data
    return replace(answer, blind=False) if answer and known else answer


def strain_of_fields(
    form: Form, names: StrainNames, problems: dict[str, str]
) -> StrainAnswer | None:
    """The answer in these two fields, blind unless told otherwise."""
    seen = (form[names.seen].data or "").strip()
    settled = (form[names.settled].data or "").strip()
    if seen and seen not in set(StrainSeen):
        problems[names.seen] = NOT_OFFERED
    elif settled and settled not in set(StrainSettled):
        problems[names.settled] = NOT_OFFERED
    elif settled and not seen:
        problems[names.seen] = SEEN_MISSING
    elif seen:
        return StrainAnswer(StrainSeen(seen), StrainSettled(settled) if settled else None)
    return None


def fill_strain(form: Form, key: Key, answer: StrainAnswer | None) -> None:
    """Show what is stored."""
    if answer is None:
        return
    form[name_of(key, STRAIN)].data = answer.seen.value
    form[name_of(key, SETTLED)].data = answer.settled.value if answer.settled else ""
    if key[1] is Rater.THERAPIST:
        form[name_of(key, KNOWN)].data = not answer.blind


def markers_field(label: str = "What I saw") -> SelectMultipleField:
    """A field for what the therapist saw."""
    return SelectMultipleField(label, choices=options(words.MARKER))


def markers_chosen(
    chosen: Iterable[str] | None, problems: dict[str, str], name: str = "markers"
) -> tuple[StrainMarker, ...]:
    """What was ticked, in the order of the list; what is not on the list is said in `problems`."""
    ticked = list(chosen or ())
    if set(ticked) - set(StrainMarker):
        problems[name] = "Select what you saw from the list"
        return ()
    return in_marker_order(ticked)
