"""What templates can use: the writing of values, and the words of each room."""

from flask import Flask

from tracker import __version__
from tracker.charts import triangle
from tracker.domain.course.sessions import long_date
from tracker.domain.rules.drop_rules import STRENGTH_WORDS
from tracker.web.words import flags as flag_words
from tracker.web.words import general as words
from tracker.web.words import goals as goal_words
from tracker.web.words import handover as handover_words
from tracker.web.words import library as library_words
from tracker.web.words import library_cards
from tracker.web.words import measures as measure_words
from tracker.web.words import objectives as objective_words
from tracker.web.words import removals as removal_words
from tracker.web.words import repairs as repair_words
from tracker.web.words import reviews as review_words
from tracker.web.words import start_mark as start_words
from tracker.web.words import strains as strain_words
from tracker.web.words import treatment as treatment_words
from tracker.web.words import versions as version_words
from tracker.web.words.settings import BY_KEY
from tracker.web.words.writing import ago, change, day, moment, plural, points

ROOMS = {
    "words": words,
    "flag_words": flag_words,
    "goal_words": goal_words,
    "handover_words": handover_words,
    "library_cards": library_cards,
    "library_words": library_words,
    "objective_words": objective_words,
    "removal_words": removal_words,
    "repair_words": repair_words,
    "start_words": start_words,
    "strain_words": strain_words,
    "review_words": review_words,
    "settings": BY_KEY,
    "strength_words": STRENGTH_WORDS,
    "logo": triangle.logo,
    "treatment_words": treatment_words,
    "version": __version__,
    "version_words": version_words,
}


def init_app(app: Flask) -> None:
    """Make them known to the templates."""
    app.jinja_env.filters.update(
        ago=ago,
        day=day,
        long_date=long_date,
        moment=moment,
        points=points,
        change=change,
        plural=plural,
        **measure_words.FILTERS,
        **version_words.FILTERS,
    )
    app.jinja_env.globals.update(ROOMS)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
