"""What `tracker serve` does: answer requests until it is told to stop."""

import gc
import socket
import sys

import click
from flask import Flask

from tracker import config, logs, memory
from tracker.cli.acts import catching_up
from tracker.cli.instance import hold, ready
from tracker.config import Settings

WORKERS = 2
THREADS = 4
GUNICORN = {
    "workers": WORKERS,
    "threads": THREADS,
    "worker_class": "gthread",
    "timeout": 60,
    # A worker told to stop while it still starts does not hear it, and is ended after this.
    "graceful_timeout": 10,
    "loglevel": "warning",
    "control_socket_disable": True,
}


def serve(host: str, port: int) -> None:
    """The instance, made ready and served."""
    settings = config.from_environment()
    with hold(settings, alone=False):
        # The workers inherit the lock: nothing is restored under their hands.
        app = ready(settings)
        listen(app, settings, port, host)


def listen(app: Flask, settings: Settings, port: int, host: str = "127.0.0.1") -> None:
    """Answer requests until told to stop. Each worker opens the database for itself."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"Port {port} is in use here. Choose another with --port."
            ) from error
    click.echo(f"Open http://{host}:{port} (stop with Ctrl+C)")
    if sys.platform == "win32":
        _with_waitress(settled(app), settings, port, host)
    else:
        _with_gunicorn(settled(app), settings, port, host)


def settled(app: Flask) -> Flask:
    """The app, after the collector of garbage was told that what was loaded at the start stays: it would look through
    all of it again and again while a page is made (a third of the time of a long caseload)."""
    gc.freeze()
    return app


def _with_gunicorn(app: Flask, settings: Settings, port: int, host: str) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]  # it has no types
        """Hands each worker the app that was made before the fork: what was loaded for it is in memory once. No
        connection to the database goes with it (`db.init_app`)."""

        def load_config(self) -> None:
            """Two workers of four threads."""
            for key, value in GUNICORN.items():
                if key in self.cfg.settings:
                    self.cfg.set(key, value)
            self.cfg.set("bind", f"{host}:{port}")

        def load(self) -> object:
            """The app, in the worker."""
            logs.start()
            catching_up.begin(app, settings)
            return app

    memory.gather()  # before the workers have threads
    Server().run()


def _with_waitress(app: Flask, settings: Settings, port: int, host: str) -> None:
    from waitress import serve as run

    logs.start()
    catching_up.begin(app, settings)
    run(app, host=host, port=port, threads=THREADS)
