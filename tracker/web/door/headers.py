"""Headers of every answer: nothing from other hosts, nothing kept, nothing framed."""

import base64
import hashlib

from flask import Flask, Response, request

# Plotly writes two style elements of its own as it loads: an empty one, which it fills by script, and one for a kind of
# map that is not used here. Naming their hashes lets exactly these in; the second comes from the installed bundle.
EMPTY_STYLE = "'sha256-" + base64.b64encode(hashlib.sha256(b"").digest()).decode() + "'"


def policy(map_style: str | None) -> str:
    """The content security policy; `map_style` is the hash of Plotly's other style element, where known."""
    styles = " ".join(filter(None, ("'self'", EMPTY_STYLE, map_style)))
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src {styles}",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def init_app(app: Flask, *, secure: bool, map_style: str | None) -> None:
    """Send the headers with every answer, errors included."""
    fixed = {
        "Content-Security-Policy": policy(map_style),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    if secure:
        fixed["Strict-Transport-Security"] = "max-age=31536000"

    @app.after_request
    def add(response: Response) -> Response:
        for name, value in fixed.items():
            response.headers[name] = value
        public = request.endpoint in ("static", "assets.plotly") and response.status_code == 200
        if not public:
            response.headers["Cache-Control"] = "no-store"
            response.headers.pop("ETag", None)
        return response
