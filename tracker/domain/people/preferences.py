"""What a person can set for themselves."""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    COMFORTABLE = "comfortable"  # wide on every device
    COMPACT = "compact"  # as the device is pointed at: close for a mouse, wide for a finger


@dataclass(frozen=True)
class Preferences:
    """How pages look and behave for one person. As it stands here is how everyone begins."""

    theme: Theme = Theme.SYSTEM
    density: Density = Density.COMPACT
    own_rating: bool = False  # the therapist's own rating is unfolded on the form
    shortcuts: bool = True
