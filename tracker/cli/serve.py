"""`tracker serve`: the web server, on this machine only unless told otherwise."""

import socket
import sys
from collections.abc import Callable

import click

from tracker import config, logs
from tracker.cli.instance import ready
from tracker.config import Settings

WORKERS, THREADS = 2, 4


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
def serve(host: str, port: int) -> None:
    """Serve this instance. Fictional data only, until a release is declared safe for real clients."""
    settings = config.from_environment()
    ready(settings)
    listen(settings, port, host)


def in_use(settings: Settings) -> Callable[[], None] | None:
    """Mark the instance as served until this process ends; None when another process serves it already."""
    if sys.platform == "win32":  # files that are open cannot be deleted there anyway
        return lambda: None
    import fcntl

    file = settings.instance.with_suffix(".lock")  # beside the folder, which a reset deletes
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = file.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock.close


def listen(settings: Settings, port: int, host: str = "127.0.0.1") -> None:
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
        _with_waitress(settings, port, host)
    else:
        _with_gunicorn(settings, port, host)


def _with_gunicorn(settings: Settings, port: int, host: str) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        """Loads the app in each worker, never before the fork."""

        def load_config(self) -> None:
            """Two workers of four threads."""
            for key, value in {
                "bind": f"{host}:{port}",
                "workers": WORKERS,
                "threads": THREADS,
                "worker_class": "gthread",
                "timeout": 60,
                # A worker told to stop while it still starts does not hear it, and is ended after this.
                "graceful_timeout": 10,
                "loglevel": "warning",
                "control_socket_disable": True,
            }.items():
                if key in self.cfg.settings:
                    self.cfg.set(key, value)

        def load(self) -> object:
            """The app, in the worker."""
            from tracker.app import create_app

            logs.start()
            return create_app(settings)

    Server().run()


def _with_waitress(settings: Settings, port: int, host: str) -> None:
    from waitress import serve as run

    from tracker.app import create_app

    logs.start()
    run(create_app(settings), host=host, port=port, threads=THREADS)
