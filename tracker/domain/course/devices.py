"""What is said of a browser that is signed in: its family and its system, and nothing that tells one from another."""

# Each names itself as others too (Edge says Chrome, Chrome says Safari), so the order decides.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device_class(user_agent: str) -> str:
    """ "phone", "tablet" or "desktop", as far as the browser says; a tablet that says it is a computer is one here."""
    if "iPad" in user_agent or ("Android" in user_agent and "Mobile" not in user_agent):
        return "tablet"
    return "phone" if "Mobi" in user_agent else "desktop"


def device_words(user_agent: str) -> str:
    """The browser in words, such as "Firefox on Windows"; "another browser" for one that is not known here."""
    browser = next((words for mark, words in BROWSERS if mark in user_agent), "another browser")
    system = next((words for mark, words in SYSTEMS if mark in user_agent), "")
    return f"{browser} on {system}" if system else browser
