"""Strains as each side noticed them, session by session: what the client said, what the therapist said and saw."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from tracker.domain.course.markers import StrainMarker, in_marker_order
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainAnswer, one_side_only
from tracker.services.record.records import Record

Said = tuple[Rater, str, StrainAnswer]  # who, with the letter of a client where several rate


@dataclass(frozen=True)
class ClientStrain:
    """What one person of the record said; `letter` is "" where one person rates."""

    letter: str
    answer: StrainAnswer


@dataclass(frozen=True)
class StrainView:
    """Both sides of one session. `followed`: a repair of the session is there already."""

    slot: Slot
    clients: tuple[ClientStrain, ...]
    therapist: StrainAnswer | None
    markers: tuple[StrainMarker, ...]
    followed: bool

    @property
    def answered(self) -> bool:
        """True when either side said anything about tension, or anything was seen."""
        return bool(self.clients or self.therapist or self.markers)

    @property
    def noticed(self) -> bool:
        """True when either side noticed tension, or signs of it were seen."""
        said = [each.answer for each in self.clients] + [self.therapist]
        return bool(self.markers) or any(answer.there for answer in said if answer)

    @property
    def offers_repair(self) -> bool:
        """True while a repair could be opened for it: the client's tension is not settled, or the therapist noticed any
        that is not. It asks for nothing."""
        said = [each.answer for each in self.clients] + [self.therapist]
        return not self.followed and any(answer.unsettled for answer in said if answer)

    @property
    def views_differ(self) -> bool:
        """True when one side alone noticed it, which is said only of two views that did not know each other."""
        return any(one_side_only(each.answer, self.therapist) for each in self.clients)


def strain_on(record: Record, slot: Slot) -> StrainView:
    """Both sides of one session."""
    return _view(record, slot, _said(record).get(slot.session_id, []))


def strains_of(record: Record) -> list[StrainView]:
    """The sessions in which either side noticed tension, the last one first."""
    said = _said(record)
    views = [_view(record, slot, said.get(slot.session_id, [])) for slot in record.course.slots]
    return [view for view in reversed(views) if view.noticed]


def _view(record: Record, slot: Slot, said: Sequence[Said]) -> StrainView:
    by_client = [
        ClientStrain(letter, answer) for rater, letter, answer in said if rater is Rater.CLIENT
    ]
    own = [answer for rater, _, answer in said if rater is Rater.THERAPIST]
    return StrainView(
        slot=slot,
        clients=tuple(sorted(by_client, key=lambda each: each.letter)),
        therapist=own[0] if own else None,
        markers=in_marker_order(record.course.sessions[slot.number - 1].markers),
        followed=any(view.slot == slot for view in record.repairs),
    )


def _said(record: Record) -> dict[UUID, list[Said]]:
    """Who said what by session; of several measures that asked one person, the first."""
    by_session: dict[UUID, list[Said]] = {}
    heard = set()
    for _, line in record.course.lines():
        for point in line.points:
            place = (point.slot.session_id, line.rater, line.participant)
            if point.strain is None or place in heard:
                continue
            heard.add(place)
            said = (line.rater, record.letter(line.participant), point.strain)
            by_session.setdefault(point.slot.session_id, []).append(said)
    return by_session
