"""Templates are compiled once and kept, as Python keeps its modules: beside them, where that folder can be written."""

import sys
from contextlib import suppress
from pathlib import Path

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from tracker import __version__

BESIDE = Path(__file__).parent / "__pycache__"  # who may write there may write our code as well


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates in that folder, good for one text of the template and one version of ours."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "template-%s.compiled")

    def get_source_checksum(self, source: str) -> str:
        """What a kept one has to agree with."""
        return super().get_source_checksum(f"{__version__}\n{source}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one. Where the folder cannot be written, each process compiles for itself."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def init_app(app: Flask, folder: Path = BESIDE) -> None:
    """Keep what is compiled in `folder`, unless Python was told to keep nothing."""
    if not sys.dont_write_bytecode:
        app.jinja_env.bytecode_cache = CompiledTemplates(folder)
