"""Which terms stand on a page that has no room for a button beside each: its name, and their slugs."""

from collections.abc import Mapping, Sequence

MAP = (
    *("klantreis", "huidige-reis", "fase", "stap", "situatie", "bedacht-beleefd", "hartslag", "dieptepunt"),
    *("ontmoeting", "ongewild-contact", "contactmoment", "kanaal", "partij", "knelpunt", "verbetering"),
    *("feit", "zichtlijn", "processtap", "in-beeld", "buiten-beeld", "eerste-contact", "aanname"),
)
#: Of a lens of a journey by its name; of another page as its template says.
WORDS_HERE: Mapping[str, Sequence[str]] = {
    "journey-map": MAP,
    "outline": MAP,
    "table": MAP,
    "in-time": (
        *("ijkmoment", "echte-start", "eerste-contact", "in-beeld", "buiten-beeld", "gat-staart", "geschat"),
        *("hartslag", "contactmoment", "knelpunt", "verbetering", "aanname"),
    ),
    "behind-the-counter": ("processtap", "overdracht", "partij", "zichtlijn", "stap", "knelpunt"),
    "pains": (
        *("knelpunt", "knelpunt-buiten-beeld", "open-knelpunt", "invloed", "verbetering"),
        *("bevinding", "bewijs", "aanname"),
    ),
    "insights": (
        *("echte-start", "eerste-contact", "in-beeld", "buiten-beeld", "gat-staart", "geschat"),
        *("dieptepunt", "ongewild-contact", "knelpunt-buiten-beeld", "open-knelpunt", "invloed"),
        *("waar-mensen-zijn", "bereik", "overdracht", "onderbouwing", "bewijs", "aanname"),
    ),
    "plan": (
        *("verbetering", "bereik", "klantgericht", "klantgedreven", "snelle-winst", "landen", "eigenaar"),
        *("terugkijken", "open-knelpunt", "waar-mensen-zijn"),
    ),
    "finding": ("bevinding", "gesprek", "bewijs", "deskresearch", "aanname"),
    "touchpoint": ("contactmoment", "partij", "kanaal", "upl", "ontmoeting", "ongewild-contact"),
    "workshop": ("werksessie", "begeleider", "briefje", "stip", "stap", "hartslag"),
    "route": ("leefwereld", "organisatie", "klantgericht", "klantgedreven"),
}
