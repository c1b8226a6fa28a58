"""`tracker serve`: the web server, on this machine only unless told otherwise."""

import click

from tracker.cli.acting import act


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@act
def serve() -> None:
    """Serve this instance. Fictional data only, until a release is declared safe for real clients."""
