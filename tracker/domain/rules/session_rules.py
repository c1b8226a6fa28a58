"""What sessions without a rating say."""

from collections.abc import Collection, Sequence

from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.course.trajectory import Slot
from tracker.domain.rules.findings import FlagKind, SessionRule

RATING_GAP = 3  # attended sessions without a client rating; design default
DECLINED = 2  # attended sessions in a row; design default


def unrated_run(slots: Sequence[Slot], rated: Collection[int]) -> int:
    """How many attended sessions in a row, up to the last of these, have no client rating. One in which the client is
    still being asked is passed over."""
    count = 0
    for slot in reversed(slots):
        if slot.number in rated:
            break
        count += slot.status is Status.ATTENDED and slot.no_rating is not NoRating.ASKED
    return count


def no_rating_lately(slots: Sequence[Slot], rated: Collection[int]) -> bool:
    """Three attended sessions running in which the client did not rate the alliance, on whichever measure (design
    default). While the client is being asked, nothing is said about that session yet."""
    last = slots[-1]
    if last.status is not Status.ATTENDED or last.no_rating is NoRating.ASKED:
        return False
    return unrated_run(slots, rated) == RATING_GAP


def declined_again(slots: Sequence[Slot], rated: Collection[int]) -> bool:
    """The client preferred not to rate in two attended sessions running (design default). It is respected, not
    chased."""
    attended = [slot.no_rating for slot in slots if slot.status is Status.ATTENDED]
    if slots[-1].status is not Status.ATTENDED or len(attended) < DECLINED:
        return False
    running = all(said is NoRating.DECLINED for said in attended[-DECLINED:])
    return running and attended[-DECLINED - 1 : -DECLINED] != [NoRating.DECLINED]


RULES: dict[FlagKind, SessionRule] = {
    FlagKind.NO_RATING_LATELY: no_rating_lately,
    FlagKind.DECLINED: declined_again,
}
