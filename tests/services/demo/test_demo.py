"""The demo is worth looking at, and made through the services."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import make_app
from tracker import clock, db, migrations
from tracker.config import Settings
from tracker.domain.care.answers import Stage
from tracker.domain.care.caseload import Need
from tracker.domain.course.sessions import Status
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainSeen
from tracker.domain.rules.findings import FlagKind
from tracker.models import User
from tracker.services.demo import caseload as demo
from tracker.services.office.actors import actor_of
from tracker.services.office.practice import PracticeSettings, change_practice
from tracker.services.people import accounts
from tracker.services.record.records import record
from tracker.services.supervision.caseload import caseload
from tracker.services.trail import audit

HOURS = [
    ("Pacific/Auckland", 12),
    ("America/Los_Angeles", 3),
]  # where it is tomorrow, and still yesterday
OTHER_HOURS = [
    (zone, hour) for zone, _ in HOURS for hour in (0, 3, 12, 23) if (zone, hour) not in HOURS
]


@pytest.mark.parametrize(
    ("zone", "hour"),
    [*HOURS, *(pytest.param(*other, marks=pytest.mark.long) for other in OTHER_HOURS)],
)
def test_it_can_be_made_at_any_hour_anywhere(tmp_path: Path, zone: str, hour: int) -> None:
    now = datetime(2026, 11, 23, hour, 30, tzinfo=UTC)
    with make_app(Settings(instance=tmp_path)).app_context():
        migrations.upgrade(db.engine())
        with db.transaction() as writing:
            change_practice(writing, None, PracticeSettings(time_zone=zone), now=now)
            demo.make(writing, lambda _: "hash", "secret", now=now)


def test_the_caseload_has_every_kind_of_course(tmp_path: Path) -> None:
    with make_app(Settings(instance=tmp_path)).app_context():
        migrations.upgrade(db.engine())
        now = clock.now()
        with db.transaction() as writing:
            emails = demo.make(writing, lambda text: f"hash of {text}", "secret", now=now)
        with db.reading() as reading:
            people = {user.email.split("@")[0]: user for user in accounts.accounts(reading)}
            assert {f"{name}@demo.example" for name in people} == set(emails)
            clinician = actor_of(people["clinician"])
            found = caseload(reading, clinician, clinician.id, now=now)
            records = [record(reading, clinician, r.client.id, now=now) for r in found.rows]
            flags = [flag for each in records for flag in each.flags]
            stages = Counter(flag.stage for flag in flags)
            noticed = Counter(
                (flag.finding.kind, flag.finding.strain.seen)
                for flag in flags
                if flag.finding.strain
            )
            verdict = audit.verify(reading)
            assert verdict.kind is None
            assert verdict.backwards == (), "the stories are told in the order of time"
            assert reading.get(User, clinician.id)
        assert len(found.rows) == 14
        assert {row.need for row in found.rows} >= {
            Need.RISK,
            Need.CHECK_IN,
            Need.REVIEW,
            Need.COME_BACK,
            Need.NO_RATING_LATELY,
        }
        assert stages[Stage.OPEN] >= 1
        assert stages[Stage.ADDRESSED] >= 2
        assert stages[Stage.PLANNED] == 1
        assert noticed == {
            (FlagKind.TENSION, StrainSeen.YES): 1,
            (FlagKind.TENSION_NOTED, StrainSeen.YES): 1,
        }
        trajectories = [
            trajectory for each in records if (trajectory := each.of_primary(Rater.CLIENT))
        ]
        ceilings = [
            t for t in trajectories if {p.scores.total for p in t.points} == {t.measure.high}
        ]
        assert len(ceilings) == 1
        gaps = [
            t
            for t in trajectories
            for a, b in zip(t.slots, t.slots[1:], strict=False)
            if (b.held_on - a.held_on).days > 28
        ]
        assert len(gaps) == 1
        assert any(slot.status is Status.MISSED for t in trajectories for slot in t.slots)
        slides = [
            t
            for t in trajectories
            if len(t.points) > 5
            and (t.points[0].scores.total or 0) - (t.points[-1].scores.total or 0) > 2
        ]
        assert slides
        assert max(slot.held_on for t in trajectories for slot in t.slots) <= now.date()
