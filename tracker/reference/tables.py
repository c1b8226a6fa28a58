"""Taking a data file apart, key by key: every mistake is named with file, line and what is expected."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

from tracker.domain.measures.numbers import parse
from tracker.reference.lines import line_of

LANGUAGES = (
    "en",
    "de",
)  # the first is that of the pages for staff; others are asked in where there is wording
Word = TypeVar("Word", bound=StrEnum)


class BadFile(ValueError):
    """A data file that cannot be used: the message names file, line and what is expected."""


def words_of(path: Path) -> str:
    """What stands in a file; BadFile where it is no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadFile(f"{path}:{line}: expected letters in UTF-8: save the file so") from error


class FileTable:
    """One table of a file, taken apart key by key; what is left over at the end is an error."""

    def __init__(self, path: Path, text: str, where: tuple[str | int, ...], data: Any) -> None:
        self.path = path
        self.text = text
        self.where = where
        if not isinstance(data, dict):
            raise self.bad("", "a table")
        self.left: dict[str, Any] = dict(data)

    def bad(self, key: str, expected: str) -> BadFile:
        """The error for a key of this table."""
        where = (*self.where, key) if key else self.where
        name = ".".join(str(part) for part in where)
        return BadFile(f"{self.path}:{line_of(self.text, where)}: {name}: expected {expected}")

    def _take(self, key: str, kind: type, expected: str, default: Any = ...) -> Any:
        if key not in self.left:
            if default is ...:
                raise self.bad(key, f"{expected}, found nothing")
            return default
        value = self.left.pop(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.bad(key, f"{expected}, found {value!r}")
        return value

    def text_of(self, key: str, default: Any = ...) -> str:
        """A text that is not empty."""
        value = self._take(key, str, "a text", default)
        if isinstance(value, str) and not value.strip() and value != default:
            raise self.bad(key, "a text that is not empty")
        return str(value)

    def whole(self, key: str, default: Any = ...) -> int:
        """A whole number."""
        return int(self._take(key, int, "a whole number", default))

    def truth(self, key: str, default: Any = ...) -> bool:
        """true or false."""
        return bool(self._take(key, bool, "true or false", default))

    def day(self, key: str) -> date:
        """A date, written without quotes: 2026-11-27."""
        value: date = self._take(key, date, "a date such as 2026-11-27")
        return value

    def maybe_day(self, key: str) -> date | None:
        """A date, or None where the key is absent."""
        return self.day(key) if key in self.left else None

    def number(self, key: str, default: Any = ...) -> Fraction:
        """An exact number, written as a text ("0.1") so that it is never a float."""
        value = self._take(key, str, 'a number in quotes, such as "0.5"', default)
        number = parse(value)
        if number is None:
            raise self.bad(key, f'a number in quotes, such as "0.5", found {value!r}')
        return number

    def maybe_number(self, key: str) -> Fraction | None:
        """An exact number, or None where the key is absent."""
        return self.number(key) if key in self.left else None

    def texts(self, key: str, default: Any = ...) -> tuple[str, ...]:
        """A list of texts."""
        values = self._take(key, list, "a list of texts", default)
        if not all(isinstance(value, str) and value for value in values):
            raise self.bad(key, "a list of texts")
        return tuple(values)

    def wholes(self, key: str, default: Any = ...) -> tuple[int, ...]:
        """A list of whole numbers."""
        values = self._take(key, list, "a list of whole numbers", default)
        if not all(isinstance(value, int) and not isinstance(value, bool) for value in values):
            raise self.bad(key, "a list of whole numbers")
        return tuple(values)

    def one_of(self, key: str, kind: type[Word], default: Any = ...) -> Word:
        """One of the words of an enumeration."""
        value = self.text_of(key, default)
        if value not in set(kind):
            raise self.bad(key, f"one of {', '.join(kind)}, found {value!r}")
        return kind(value)

    def table(self, key: str) -> "FileTable":
        """A table inside this one."""
        value = self._take(key, dict, "a table")
        return FileTable(self.path, self.text, (*self.where, key), value)

    def maybe_table(self, key: str) -> "FileTable | None":
        """A table inside this one, or None where it is absent."""
        return self.table(key) if key in self.left else None

    def tables(self, key: str, *, least: int = 0) -> list["FileTable"]:
        """A list of tables inside this one."""
        values = self._take(key, list, "a list of tables", [])
        if len(values) < least:
            raise self.bad(key, f"at least {least}")
        return [
            FileTable(self.path, self.text, (*self.where, key, index), value)
            for index, value in enumerate(values)
        ]

    def by_language(self) -> dict[str, "FileTable"]:
        """The tables of this one by language: the first of the product's, others where they are there."""
        there = [language for language in LANGUAGES[1:] if language in self.left]
        return {language: self.table(language) for language in (LANGUAGES[0], *there)}

    def end(self) -> None:
        """Nothing may be left over."""
        for key in self.left:
            raise self.bad(key, "no such key")
