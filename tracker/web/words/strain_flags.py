"""What flags about tension in a session say."""

from tracker.domain.measures.strain import StrainSeen
from tracker.services.record.flag_views import FlagView
from tracker.web.words import strains

STRAIN_STUDY = (
    "Asked in this way in 128 treatments, less tension went with a better outcome, and more settling of it with fewer "
    "drop-outs (Muran and others, 2009)."
)


def strain(flag: FlagView) -> str:
    """What the client said of tension in the session, as a sentence without its full stop."""
    answer = flag.finding.strain
    settled = f", {strains.SETTLED[answer.settled]}" if answer and answer.settled else ""
    much = "a little tension" if answer and answer.seen is StrainSeen.A_LITTLE else "tension"
    return f"The client noticed {much} or a misunderstanding{settled}"


def strain_asked(flag: FlagView) -> str:
    """The question that the client answered."""
    question = flag.measure.strain
    return f"Asked was: {question.wording['en']['client']}" if question else ""


def strain_studied(flag: FlagView) -> str:
    """What is known of asking like this."""
    return STRAIN_STUDY
