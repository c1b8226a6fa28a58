"""Signatures (Ed25519) of what is kept outside the database: heads of the audit chain, manifests of backups."""

import hashlib
import json
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def canonical(content: dict[str, Any]) -> str:
    """The one way to write it down, so that a signature holds for content, not for spacing."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def _private(secret: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))


def public_key(secret: str) -> bytes:
    """The public half of a secret in hex: enough to check signatures, not to make them."""
    return _private(secret).public_key().public_bytes_raw()


def signed(content: dict[str, Any], secret: str) -> dict[str, Any]:
    """The content with its signature."""
    signature = _private(secret).sign(canonical(content).encode("ascii")).hex()
    return {**content, "signature": signature}


def holds(content: dict[str, Any], public: bytes) -> bool:
    """True when the content is what was signed with that key."""
    plain = {key: value for key, value in content.items() if key != "signature"}
    try:
        signature = bytes.fromhex(content["signature"])
        Ed25519PublicKey.from_public_bytes(public).verify(
            signature, canonical(plain).encode("ascii")
        )
    except (InvalidSignature, KeyError, TypeError, ValueError):
        return False
    return True


def fingerprint(content: bytes) -> str:
    """Half of a SHA-256 in eight groups of four: short enough to compare by eye, long enough that nobody hits it."""
    text = hashlib.sha256(content).hexdigest()[:32]
    return " ".join(text[at : at + 4] for at in range(0, 32, 4))
