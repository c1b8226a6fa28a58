"""Every setting of a person and of the practice has its words."""

from tracker.domain.people.preferences import Preferences
from tracker.services.office.practice import PracticeSettings
from tracker.web.words.settings import BY_KEY, SETTINGS


def test_every_setting_says_what_it_is_where_who_and_what_holds_before() -> None:
    assert len(BY_KEY) == len(SETTINGS)
    for setting in SETTINGS:
        assert all(vars(setting).values()), setting.key
    assert set(vars(Preferences())) <= set(BY_KEY)
    assert set(vars(PracticeSettings())) <= set(BY_KEY)
