"""What a client has marked over time, in words of their language and as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from babel.dates import format_date, format_skeleton
from babel.numbers import get_decimal_symbol
from flask_babel import get_locale
from flask_babel import gettext as _

from tracker.charts import own, svg
from tracker.charts.figure import Figure
from tracker.domain.course.handover import languages
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Item, Kind
from tracker.domain.measures.numbers import show
from tracker.services.record.own_ratings import Marked


@dataclass(frozen=True)
class OwnPicture:
    """What is shown, drawn for wide and for narrow pages; `reworded`: the days from which on the words were others."""

    figure: Figure
    wide: str
    narrow: str
    several: bool
    enough: bool
    reworded: tuple[date, ...]


@dataclass(frozen=True)
class OwnChoice:
    """One thing that can be shown, by its name in the address."""

    name: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class OwnChoices:
    """What can be shown of one measure; without a name where there is one measure alone."""

    name: str
    choices: tuple[OwnChoice, ...]


def chosen_of(all_marked: Sequence[Marked], name: str) -> Marked | None:
    """What was asked for; the first where nothing is, or nothing of that name; None where nothing was marked."""
    asked_for = [each for each in all_marked if each.name == name]
    return next(iter([*asked_for, *all_marked]), None)


def choices(all_marked: Sequence[Marked], chosen: Marked, language: str) -> list[OwnChoices]:
    """Everything that can be shown, by measure."""
    measures = {each.measure.key: each.measure for each in all_marked}
    kinds = [measure.kind for measure in measures.values()]
    made = []
    for key, measure in measures.items():
        named = _("About our work") if measure.kind is Kind.ALLIANCE else _("How you are")
        alone = kinds.count(measure.kind) == 1
        offered = tuple(
            OwnChoice(each.name, _title(each, language), each is chosen)
            for each in all_marked
            if each.measure.key == key
        )
        name = named if alone else f"{named} ({measure.short})"
        made.append(OwnChoices(name if len(measures) > 1 else "", offered))
    return made


def picture(marked: Marked, language: str, *, therapist: bool = False) -> OwnPicture:
    """What was marked, as a picture; the therapist's marks beside where they are wanted."""
    ends = marked.measure.ends(marked.key)
    beside = marked.beside if therapist else [None] * len(marked.slots)
    figure = own.figure(marked.slots, ends, marked.values, beside, _words(marked, language))
    return OwnPicture(
        figure,
        svg.render(figure, width=own.WIDE, larger=own.LARGER[own.WIDE]),
        svg.render(figure, width=own.NARROW, larger=own.LARGER[own.NARROW]),
        several=len(marked.items) > 1,
        enough=len(marked.marks) > 1,
        reworded=marked.reworded,
    )


def _words(marked: Marked, language: str) -> own.OwnWords:
    return own.OwnWords(
        title=_title(marked, language),
        ends=(_shared_end(marked.items, language, 0), _shared_end(marked.items, language, -1)),
        you=_("You"),
        therapist=_("Therapist"),
        day=_("Day"),
        summary=_summary(marked),
        mark=_mark,
        short_day=_short_day,
        long_day=_long_day,
    )


def _title(marked: Marked, language: str) -> str:
    """The question as it was asked; of a whole measure that these are all of its questions."""
    if marked.key == TOTAL:
        return str(_("All questions together"))
    (item,) = marked.items
    return item.wording[language if language in languages(marked.measure) else "en"]["client"]


def _shared_end(items: Sequence[Item], language: str, end: int) -> str:
    """The word at one end of the scale, where all of these have the same; nothing otherwise."""
    words = {
        both[end]
        for item in items
        if (both := item.ends.get(language) or item.labels.get(language))
    }
    return words.pop() if len(words) == 1 else ""


def _summary(marked: Marked) -> str:
    """The first mark and the last, and between which they lie."""
    given = [
        (slot, value)
        for slot, value in zip(marked.slots, marked.values, strict=True)
        if value is not None
    ]
    slot, value = given[0]
    first = _("%(mark)s on %(day)s.", mark=_mark(value), day=_long_day(slot.held_on))
    if len(given) == 1:
        return str(first)
    last_slot, last_value = given[-1]
    low = min(marked.marks)
    high = max(marked.marks)
    return str(
        _(
            "First %(first)s on %(day)s, last %(last)s on %(until)s; lowest %(low)s, highest %(high)s.",
            first=_mark(value),
            day=_long_day(slot.held_on),
            last=_mark(last_value),
            until=_long_day(last_slot.held_on),
            low=_mark(low),
            high=_mark(high),
        )
    )


def _mark(value: Fraction) -> str:
    """A mark to one decimal, as the language writes it."""
    return show(value, 1).replace(".", get_decimal_symbol(get_locale()))


def _days() -> str:
    """The locale in which days are written: English as the rest of the product writes it, the day before its month."""
    language = str(get_locale())
    return "en_GB" if language == "en" else language


def _short_day(day: date) -> str:
    return str(format_skeleton("MMMd", day, locale=_days()))


def _long_day(day: date) -> str:
    return str(format_date(day, "long", locale=_days()))
