"""Templates are compiled once and kept, as Python keeps its modules: beside them, where that folder can be written."""

import sys
from contextlib import suppress
from pathlib import Path

from flask import Flask
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from tracker import __version__

BESIDE = Path(__file__).parent / "__pycache__"  # who may write there may write our code as well


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates in that folder, each good for one text of the template and one way to compile it."""

    def __init__(self, environment: Environment, folder: Path) -> None:
        super().__init__(str(folder), "template-%s.compiled")
        self._environment = environment

    def get_source_checksum(self, source: str) -> str:
        """What a kept one has to agree with, of all that goes into its code."""
        asked = self._environment
        printed = getattr(asked.finalize, "__qualname__", "")  # tests look at all that is printed
        way = (__version__, printed, asked.trim_blocks, asked.lstrip_blocks)
        return super().get_source_checksum(f"{way}\n{source}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one, unless Python was told to keep nothing. Where the folder cannot be written, each process compiles
        for itself."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def init_app(app: Flask, folder: Path = BESIDE) -> None:
    """Keep what is compiled in `folder`."""
    app.jinja_env.bytecode_cache = CompiledTemplates(app.jinja_env, folder)
