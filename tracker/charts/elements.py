"""SVG elements as text. Only presentation attributes: the page's policy forbids inline styles."""

import re
from functools import cache
from html import escape

from tracker.charts.theme import LIGHT

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Value = str | float


def number(value: float) -> str:
    """The number as short as it can be: "12", "12.5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


@cache
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def words(text: str) -> str:
    """The text made safe for XML; characters that XML does not know are left out."""
    plain = (
        text.isascii() and text.isprintable()
    )  # as nearly all of a drawing is: nothing to leave out
    return escape(text if plain else _NOT_XML.sub("", text))


def element(name: str, *content: str, **attributes: Value) -> str:
    """One element around finished content. `class_` and `stroke_width` stand for class and stroke-width."""
    shown = "".join(
        f' {_attribute(key)}="{words(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{shown}>{''.join(content)}</{name}>" if content else f"<{name}{shown}/>"


def line(x1: float, y1: float, x2: float, y2: float, **attributes: Value) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def text(x: float, y: float, shown: str, **attributes: Value) -> str:
    """A line of text standing on y."""
    return element("text", words(shown), x=x, y=y, **attributes)


def drawing(name: str, width: float, height: float, *content: str, **attributes: Value) -> str:
    """A whole inline SVG, hidden from screen readers: the sentence and the table say what it shows."""
    box = f"0 0 {number(width)} {number(height)}"
    return element(
        "svg",
        *content,
        xmlns="http://www.w3.org/2000/svg",
        class_=name,
        viewBox=box,
        width=width,
        height=height,
        aria_hidden="true",
        focusable="false",
        **attributes,
    )


def group(token: str, *content: str, **attributes: Value) -> str:
    """Content in the colour of a token: light as an attribute, and by class for the style sheet."""
    return element("g", *content, class_=token, color=LIGHT[token], **attributes)
