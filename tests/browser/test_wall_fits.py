"""The wall fits its screen, and is readable from six metres, whatever a session or a journey holds.

A usual screen is 2.4 metres wide: 1280 pixels of 1.9 mm. ISO 9241-303 asks for capitals of 16 minutes of arc,
which at six metres are 28 mm: letters of 21 pixels. What everyone has to read has 24 or more; what only some
look for (where one is, an address, a count) 18, of which the capitals still measure 24 mm.
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.models import Pain
from tests.browser.test_presenting import SMALLEST, TALLER
from tests.factories import JourneyFactory, PhaseFactory, StepFactory
from tests.session_factories import (
    NoteFactory,
    ParticipantFactory,
    RatingFactory,
    RoundFactory,
    VoteFactory,
    WorkshopFactory,
)
from workshops.models import Workshop

SIZES = [(1280, 720), (1920, 1080)]
LEAST, LEAST_TO_READ = 18, 24  # pixels of a screen that is 1280 wide
TO_READ = "h1, h2, .wall-note p, .room-timer, .wall-join__code, .wall-waiting__code, .wall-waiting__address"
WORD = "Gemeentelijkebasisadministratiepersoonsgegevensverstrekkingsbeperking"
LONG = f"{WORD}: ik zoek uit wat wij samen nog moeten regelen voordat ons kind er is"
LONGEST = (f"{LONG} en waar dat dan moet en wie er mee moet komen en wat dat kost " * 3)[:300]
SMALLEST_TO_READ = """(selector) => Math.min(...[...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility() && one.innerText.trim()
    && !one.closest('small, .wall-dots, .visually-hidden'))
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
OUTSIDE = """(selector) => [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())
  .some((box) => box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.width < 1)"""
CUT_SIDEWAYS = """
[...document.querySelectorAll('.wall-note p, .wall-join b, .wall-join p, .wall-round p, h1')]
  .some((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')"""


@pytest.fixture(params=SIZES, ids=["1280", "1920"])
def wall(request, visit, facilitator) -> Page:
    width, height = request.param
    return visit(facilitator, viewport={"width": width, "height": height})


def fits_and_is_readable(page: Page) -> None:
    scale = page.viewport_size["width"] / 1280
    page.evaluate("document.fonts.ready.then(() => true)")
    smallest, to_read = page.evaluate(SMALLEST) / scale, page.evaluate(SMALLEST_TO_READ, TO_READ) / scale
    found = {
        "scrolls": page.evaluate(TALLER),
        "falls off": page.evaluate(OUTSIDE, ".qr, .wall-note, .wall-join, .at-step__more, .spread, h1"),
        "is cut": page.evaluate(CUT_SIDEWAYS),
        "too small": round(smallest, 1) < LEAST,
        "too small to read": round(to_read, 1) < LEAST_TO_READ,
    }
    assert not [name for name, is_so in found.items() if is_so]


def session(organisation, title: str, **fields) -> Workshop:
    journey = JourneyFactory(organisation=organisation, title=LONG[:200])
    phase = PhaseFactory(journey=journey, name=LONG[:100])
    for number in range(14):
        StepFactory(phase=phase, title=title, feeling=number % 5 - 2, offset_days=number * 20)
    workshop = WorkshopFactory(organisation=organisation, title=LONGEST[:200], on=[journey], **fields)
    workshop.step = workshop.steps()[6]
    workshop.save(update_fields=["step"])
    return workshop


def full(workshop: Workshop, text: str) -> None:
    """Thirty people who tell how it feels, thirty notes of each kind, dots, and a round that goes on."""
    now = timezone.now()
    earlier, ended = {"started_at": now, "ended_at": now}, now - timedelta(minutes=1)
    told = RoundFactory(workshop=workshop, revealed_at=now, order=0, **earlier)
    vote = RoundFactory(workshop=workshop, kind="vote", order=1, started_at=ended, ended_at=now)
    people = ParticipantFactory.create_batch(30, workshop=workshop)
    for person in people:
        RatingFactory(participant=person, step=workshop.step, round=told, value=-2)
    for place, kind in enumerate(("thought", "pain", "idea"), start=1):
        own = {"workshop": workshop, "step": workshop.step, "kind": kind}
        for person in people:
            NoteFactory(participant=person, round=told, text=text, **own)
        going = RoundFactory(workshop=workshop, order=5 + place, **earlier)
        NoteFactory.create_batch(3, participant=people[0], round=going, text=text, **own)
        note = workshop.notes.filter(kind=kind).first()
        for person in people[:11]:
            VoteFactory(participant=person, round=vote, note=note, slot=place)
    RoundFactory(workshop=workshop, kind="agree", order=20, running=True)


@pytest.mark.parametrize("text", ["Kort", LONGEST + LONG])
@pytest.mark.parametrize("title", ["Ik bel", LONG[:80], LONGEST], ids=["short", "long", "longest"])
def test_a_step_with_thirty_notes_and_people(wall, waterrijk, title, text):
    workshop = session(waterrijk, title)
    full(workshop, text[:500])

    wall.goto(f"{workshop.get_absolute_url()}projector/")

    expect(wall.locator(".wall-note--hidden")).to_have_count(3)
    expect(wall.locator(".spread dd")).to_have_count(5)
    fits_and_is_readable(wall)


@pytest.mark.parametrize("title", ["Ik bel", LONGEST], ids=["short", "longest"])
def test_a_step_without_notes(wall, waterrijk, title):
    workshop = session(waterrijk, title)
    RoundFactory(workshop=workshop, running=True)

    wall.goto(f"{workshop.get_absolute_url()}projector/")

    expect(wall.locator(".qr")).to_be_visible()
    fits_and_is_readable(wall)


@pytest.mark.parametrize("state", ["ready", "paused", "ended"])
def test_before_between_and_after(wall, waterrijk, state):
    over = {"code": "", "ended_at": timezone.now()} if state == "ended" else {}
    workshop = session(waterrijk, "Ik bel", state=state, **over)
    ParticipantFactory.create_batch(30, workshop=workshop)

    wall.goto(f"{workshop.get_absolute_url()}projector/")

    expect(wall.locator("h1")).to_be_visible()
    fits_and_is_readable(wall)


@pytest.mark.parametrize("title", ["Ik bel", LONG[:80], LONGEST], ids=["short", "long", "longest"])
def test_the_slides_of_a_journey(wall, waterrijk, title):
    workshop = session(waterrijk, title)
    journey = workshop.journeys_in_order()[0]
    step = workshop.step
    step.doing = step.thinking = step.needs = LONGEST
    step.save()
    Pain.objects.bulk_create(
        Pain(step=step, order=order, text=LONGEST, severity=3, organisation=waterrijk) for order in range(8)
    )

    for path in ("presenteren/", f"presenteren/stappen/{step.pk}/"):
        wall.goto(f"{journey.get_absolute_url()}{path}")
        expect(wall.locator("h1")).to_be_visible()
        fits_and_is_readable(wall)
