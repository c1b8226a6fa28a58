"""Files for the browser: our own, named by their content, and plotly.js out of the installed package."""

import base64
import hashlib
import re
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, request, url_for
from flask.typing import ResponseReturnValue

from tracker.web.door.guard import public

bp = Blueprint("assets", __name__)
YEAR = 365 * 24 * 3600
# In bytes, and with a fixed beginning: five megabytes are looked through at each start.
_MAP_STYLE = re.compile(rb"""\.textContent=(['"])(\.maplibregl-map\{.*?)(?<!\\)\1""", re.DOTALL)


def init_app(app: Flask, folder: Path) -> None:
    """Register the routes; compressed copies are kept in `folder`."""
    app.config["TRACKER_ASSETS"] = folder
    app.register_blueprint(bp)
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["plotly_url"] = lambda: url_for("assets.plotly", release=release())


@cache
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def asset(name: str) -> str:
    """The address of a static file, which changes with its content."""
    assert current_app.static_folder
    assert current_app.static_url_path
    return request.root_path + _address(
        current_app.static_folder, current_app.static_url_path, name
    )


@cache  # a page names a dozen
def _address(folder: str, address: str, name: str) -> str:
    return f"{address}/{name}?v={_digest(Path(folder, name))}"


def release() -> str:
    """The installed release of the plotly package."""
    return version("plotly")


def bundle() -> bytes:
    """plotly.js as the package carries it."""
    package = find_spec("plotly")  # found, not imported: nothing of it is needed
    assert package
    assert package.origin
    return (Path(package.origin).parent / "package_data" / "plotly.min.js").read_bytes()


@cache
def map_style_hash() -> str | None:
    """The hash, as a policy names it, of the style element for maps that plotly.js adds as it loads."""
    match = _MAP_STYLE.search(bundle())
    if match is None:
        return None
    text = re.sub(rb"\\(['\"\\])", rb"\1", match[2]).replace(rb"\n", b"\n")
    return "'sha256-" + base64.b64encode(hashlib.sha256(text).digest()).decode() + "'"


def _compressed(folder: Path, encoding: str) -> Path:
    """The bundle in that encoding, made once and then kept."""
    target = folder / f"plotly-{release()}.js{'.' + encoding if encoding else ''}"
    if not target.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.{id(target):x}.unfinished")
        unfinished.write_bytes(_encode(bundle(), encoding))
        unfinished.replace(target)
    return target


def _encode(data: bytes, encoding: str) -> bytes:
    if encoding == "br":
        import brotli

        return bytes(brotli.compress(data, quality=5))
    if encoding == "gzip":
        import gzip

        return gzip.compress(data, 6)
    return data


@bp.get("/assets/plotly-<release>.js", endpoint="plotly")
@public
def plotly(release: str) -> ResponseReturnValue:
    """plotly.js, in the smallest encoding that the browser takes."""
    if release != version("plotly"):
        abort(404)
    encoding = request.accept_encodings.best_match(("br", "gzip")) or ""
    # Read whole: an open file would be left behind where a browser goes away in the middle of it.
    body = _compressed(current_app.config["TRACKER_ASSETS"], encoding).read_bytes()
    response = Response(body, mimetype="text/javascript")
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
