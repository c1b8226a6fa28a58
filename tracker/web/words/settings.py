"""Every setting of a person and of the practice, in words: the pages and docs/settings.md are both made from this."""

from dataclasses import dataclass

from tracker.domain.people.preferences import Preferences

_BEGIN = Preferences()


@dataclass(frozen=True)
class SettingDoc:
    """One setting: what it is called on its page, where that is, who sets it, what holds before, what it means."""

    key: str
    name: str
    where: str
    who: str
    default: str
    meaning: str


def _mine(key: str, name: str, default: str, meaning: str, where: str = "Settings") -> SettingDoc:
    return SettingDoc(key, name, where, "everyone, for themselves", default, meaning)


def _practice(
    key: str, name: str, default: str, meaning: str, where: str = "Practice"
) -> SettingDoc:
    return SettingDoc(key, name, where, "administrator", default, meaning)


SETTINGS: tuple[SettingDoc, ...] = (
    _mine("theme", "Colours", _BEGIN.theme.value, "Light, dark, or as the device is set"),
    _mine("density", "Rows", _BEGIN.density.value, "How much room rows of tables and lists take"),
    _mine(
        "own_rating",
        "Show my own rating unfolded when I log a session",
        "on" if _BEGIN.own_rating else "off",
        "For clinicians. The part for your own rating is open when you log a session; it stays optional",
    ),
    _mine(
        "shortcuts",
        "Keyboard shortcuts",
        "on" if _BEGIN.shortcuts else "off",
        "Single keys such as j and k in the caseload; Help lists them. Off, the script is not loaded at all",
    ),
    _mine(
        "password",
        "Password",
        "chosen with a one-time code",
        "At least 12 characters. Changing it ends your sign-ins on other devices",
        "Settings, Password",
    ),
    _mine(
        "pin",
        "PIN",
        "none",
        "Six digits, to take a tablet back after a client has rated on it. Never for signing in",
        "Settings, PIN",
    ),
    _practice(
        "name", "Name", "Alliance Tracker", "What the practice is called, at the foot of pages"
    ),
    _practice(
        "time_zone",
        "Time zone",
        "that of the machine",
        "A session's day is a day there, and so are the days of supervision links",
    ),
    _practice(
        "crisis_text",
        "Crisis text",
        "call the local emergency number",
        "Who to turn to in an emergency, at the foot of every page, the client's included",
    ),
    _practice(
        "measures",
        "Measures in use",
        "all",
        "What is offered when a client is added. Clients who have a measure keep it when it is taken out",
    ),
    _practice(
        "own_ratings_shown",
        "Show clients their own ratings after they have rated on a phone",
        "off",
        "Their marks over time, without flags, bands or the therapist's marks",
    ),
    _practice(
        "start_mark",
        "Ask for one mark at the start of a session",
        "off",
        "One tap for the client as the session begins. Beside a drop it tells whether the mark fell in the session or "
        "before it; it raises nothing itself",
    ),
    _practice(
        "threshold",
        "Threshold of a measure",
        "the measure's own",
        "The fall since the previous rating that raises a check-in. For ratings entered from then on",
        "Practice, Thresholds",
    ),
    _practice(
        "own_estimate",
        "What own ratings of a measure say",
        "the measure's own numbers",
        "What is assumed of clients, or an outcome's reliable change. For ratings entered from then on",
        "Practice, Own ratings",
    ),
)
BY_KEY = {setting.key: setting for setting in SETTINGS}
