"""Hashing passwords and PINs as signing in does. Slow on purpose, so never inside of a transaction."""

import secrets

from flask import current_app
from flask_security import hash_password, verify_password


def _normal(text: str) -> str:
    """The same characters however a keyboard put them together; signing in does the same."""
    normal: str = current_app.extensions["security"].password_util.normalize(text)
    return normal


def hashed(text: str) -> str:
    """The hash to keep."""
    return str(hash_password(_normal(text)))


def unknown() -> str:
    """The hash of a password that nobody knows, for an account whose person still has to choose one."""
    return hashed(secrets.token_urlsafe(32))


def matches(text: str, kept: str) -> bool:
    """True when the text is what was hashed."""
    return bool(verify_password(_normal(text), kept))
