"""The people of the kept database: several roles, an account that is disabled, ended links, sign-ins and codes."""

from datetime import date

from flask_security import hash_password

from tools.kept.telling import QUOTES, SIGNS, UMLAUTS, Telling, long
from tracker.domain.people.access import Role
from tracker.domain.people.preferences import Density, Preferences, Theme
from tracker.services.access import passwords, preferences, sign_ins, supervision
from tracker.services.office import practice
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.reports import thresholds

PEOPLE = {
    "administrator": ("Ines " + SIGNS, {Role.ADMINISTRATOR}),
    "clinician": (UMLAUTS, {Role.CLINICIAN}),
    "supervisor": (QUOTES[:110], {Role.SUPERVISOR}),
    "colleague": (long(120), {Role.CLINICIAN}),
    "both": ("Ö", {Role.CLINICIAN, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    "disabled": ("Gone", {Role.CLINICIAN}),
}
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


def people(told: Telling) -> None:
    """Accounts and what belongs to them."""
    hashed = hash_password("a-kept-password")
    for name, (called, roles) in PEOPLE.items():
        by = told.people.get("administrator")
        user = told.do(
            accounts.add_account,
            by,
            email=f"{name}@practice.example",
            name=called,
            roles=frozenset(roles),
            password_hash=hashed,
        )
        told.people[name] = actor_of(user)
    _links(told)
    _settings(told)
    _signing_in(told)
    told.do(accounts.disable, told.people["administrator"], told.people["disabled"].id)


def _links(told: Telling) -> None:
    """One of the last century, one that ended and began again, one of an account that is disabled."""
    supervisor = told.people["supervisor"].id
    clinician = told.people["clinician"].id
    by = told.people["administrator"]
    pair = {"supervisor": supervisor, "clinician": clinician}
    last_century = (date(1999, 12, 31), date(2001, 12, 31))
    told.do(
        supervision.link_supervision, by, **pair, starts_on=last_century[0], ends_on=last_century[1]
    )
    link = told.do(supervision.link_supervision, by, **pair, starts_on=date(2020, 2, 29))
    told.do(supervision.end_link, by, link.id, today=told.now.date())
    told.do(supervision.link_supervision, by, **pair, starts_on=told.now.date())
    other = {"supervisor": told.people["both"].id, "clinician": told.people["disabled"].id}
    told.do(supervision.link_supervision, by, **other, starts_on=date(2024, 1, 1))
    others = {"supervisor": supervisor, "clinician": told.people["colleague"].id}
    told.do(supervision.link_supervision, by, **others, starts_on=told.now.date())


def _settings(told: Telling) -> None:
    """The practice in a zone with an odd offset; thresholds set twice; the looks of two people."""
    by = told.people["administrator"]
    wanted = practice.PracticeSettings(
        name=long(120), time_zone="Asia/Kathmandu", crisis_text=long(500), own_ratings_shown=True
    )
    told.do(practice.change_practice, by, wanted)
    told.do(thresholds.set_threshold, by, "session-check", "3", QUOTES)
    told.do(thresholds.set_threshold, by, "session-check", "2", long(500))
    for name, theme in (("clinician", Theme.DARK), ("supervisor", Theme.LIGHT)):
        looks = Preferences(theme, Density.COMPACT, own_rating=True, shortcuts=False)
        told.do(preferences.change_preferences, told.people[name], looks)
    told.do(preferences.set_pin, told.people["clinician"], hash_password("123456"))


def _signing_in(told: Telling) -> None:
    """Sign-ins that are active and ended, failures, and codes that were used, replaced and are open."""
    by = told.people["administrator"]
    clinician = told.people["clinician"]
    ended = told.do(sign_ins.open_sign_in, clinician.id, user_agent=AGENT)
    told.do(sign_ins.end_sign_in, ended, reason="signed_out")
    told.do(sign_ins.open_sign_in, clinician.id, user_agent=SIGNS * 3)
    for typed in ("nobody@practice.example", QUOTES, SIGNS):
        told.do(sign_ins.note_failure, typed)
    colleague = told.people["colleague"]
    _, code = told.do(passwords.give_code, by, colleague.id)
    told.do(passwords.redeem, "colleague@practice.example", code, hash_password("another-password"))
    told.do(passwords.give_code, by, colleague.id)
    told.do(passwords.give_code, by, colleague.id)
