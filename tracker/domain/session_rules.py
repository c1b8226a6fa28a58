"""What sessions without a rating say."""

from collections.abc import Collection, Sequence

from tracker.domain.sessions import NoRating, Status
from tracker.domain.trajectory import Slot

RATING_GAP = 3  # attended sessions without a client rating; design default
DECLINED = 2  # attended sessions in a row; design default


def unrated_run(slots: Sequence[Slot], rated: Collection[int]) -> int:
    """How many attended sessions in a row, up to the last of these, have no client rating."""
    count = 0
    for slot in reversed(slots):
        if slot.number in rated:
            break
        count += slot.status is Status.ATTENDED
    return count


def no_rating_lately(slots: Sequence[Slot], rated: Collection[int]) -> bool:
    """Three attended sessions running in which the client did not rate the alliance, on whichever measure (design
    default)."""
    return slots[-1].status is Status.ATTENDED and unrated_run(slots, rated) == RATING_GAP


def declined_again(slots: Sequence[Slot]) -> bool:
    """The client preferred not to rate in two attended sessions running (design default). It is respected, not
    chased."""
    attended = [slot.no_rating for slot in slots if slot.status is Status.ATTENDED]
    if slots[-1].status is not Status.ATTENDED or len(attended) < DECLINED:
        return False
    running = all(said is NoRating.DECLINED for said in attended[-DECLINED:])
    return running and attended[-DECLINED - 1 : -DECLINED] != [NoRating.DECLINED]
