"""What `tracker demo` does."""

import shutil
from dataclasses import replace

import click
from flask import Flask
from flask_security import hash_password

from tracker import clock, config, db
from tracker.cli.acts.serve import listen
from tracker.cli.instance import LOCK, hold, opened
from tracker.config import Settings
from tracker.services.demo import caseload as services
from tracker.services.people import accounts

PASSWORD = "a-fictional-practice"  # noqa: S105  (printed on purpose; the demo listens on this machine only)


def demo(port: int, reset: bool, no_serve: bool) -> None:
    """The fictional caseload, made where there is none, and served."""
    settings = config.from_environment()
    settings = replace(settings, instance=settings.instance / "demo", database_url=None)
    with hold(settings, alone=True) as lock:
        app = _made(settings, anew=reset)
        click.echo(_who())
        if not no_serve:
            lock.take(alone=False)  # from here on commands may use it too
            listen(app, settings, port)


def _made(settings: Settings, *, anew: bool) -> Flask:
    """The app of the demo, whose caseload is made where there is none."""
    if anew:
        for path in settings.instance.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != LOCK:  # which is held, and must stay the same file
                path.unlink()
    with opened(settings, held=True) as app:
        with db.reading() as reading:
            there = bool(accounts.accounts(reading))
        if there:
            click.echo("Keeping what you entered (make demo-reset begins anew).")
            return app
        click.echo("Making a fictional caseload ...")
        with db.transaction() as writing:
            services.make(writing, hash_password, PASSWORD, now=clock.now())
    return app


def _who() -> str:
    lines = [f"  {email:<30} {name}" for email, name, _ in services.PEOPLE]
    return "\n".join(
        ["Who can sign in (all people and clients are fictional):", *lines, f"Password: {PASSWORD}"]
    )
