"""The pages of the plan: what will be done, one improvement, and where people already are."""

from django.urls import reverse

from shots.states import press, send
from shots.where import EVENT, JOURNEY, TOUCHPOINT, Page, first, row, url

IMPROVEMENT = "improvements.Improvement"
ONE, LONE = "improvements:improvement-page", "Bordje 60"
PLAN, PLACES = url("improvements:plan"), url("improvements:places")


def begin() -> str:
    return f"{reverse('improvements:improvement-begin')}?klantreis={row(JOURNEY).pk}"


def improve_there() -> str:
    """An improvement at a place that everyone passes."""
    echo = row(TOUCHPOINT, name="20-wekenecho")
    return f"{reverse('improvements:improvement-begin')}?contactmoment={echo.pk}"


def switched_off() -> str:
    """The link in the weekly message to the guest."""
    from improvements.weekly import token_of

    guest = row("organisations.User", email="guest@waterrijk.example")
    return reverse("improvements:weekly-off", args=[token_of(guest)])


PLANS = [
    Page("plan", PLAN),
    Page("plan-as-viewer", PLAN, who="viewer"),
    Page("plan-many", PLAN, who="busy"),
    Page("plan-many-last", url("improvements:plan", query="?pagina=2"), who="busy"),
    Page("plan-empty", PLAN, who="newcomer"),
    Page("plan-empty-as-viewer", PLAN, who="guest"),
    Page("plan-filtered", url("improvements:plan", query="?te-laat=1&bereik=klantgedreven")),
    Page("plan-nothing-found", url("improvements:plan", query="?zoek=xyzzy")),
    Page("plan-definition", PLAN, state=press(".definition summary")),
    Page("plan-of-journey", first(JOURNEY, "improvements:journey-plan")),
    Page("improvement", first(IMPROVEMENT, ONE)),
    Page("improvement-as-viewer", first(IMPROVEMENT, ONE), who="viewer"),
    Page("improvement-bare", first(IMPROVEMENT, ONE, title=LONE), who="busy"),
    Page("improvement-editing", first(IMPROVEMENT, ONE), state=press("#plan .part__edit")),
    Page("improvement-plan", first(IMPROVEMENT, "improvements:improvement-plan")),
    Page("improvement-words", first(IMPROVEMENT, "improvements:improvement-words")),
    Page("improvement-landing", first(IMPROVEMENT, "improvements:improvement-landing")),
    Page("improvement-pains", first(IMPROVEMENT, "improvements:improvement-pains")),
    Page("improvement-journeys", first(IMPROVEMENT, "improvements:improvement-journeys")),
    Page("improvement-choose", url("improvements:improvement-begin")),
    Page("improvement-begin-refused", begin, state=send),
    Page("places", PLACES),
    Page("places-as-viewer", PLACES, who="viewer"),
    Page("places-behind", PLACES, state=press(".behind summary")),
    Page("places-empty", PLACES, who="newcomer"),
    Page("places-of-life-event", first(EVENT, "improvements:life-event-places", "?situatie=ongehuwd")),
    Page("place-improve", improve_there),
    Page("weekly-off", switched_off, who=""),
    Page("weekly-off-done", switched_off, who="", state=send),
]
