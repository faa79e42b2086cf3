"""How a touchpoint is experienced, who passes, what hurts there and what is done about it."""

import pytest

from tests.factories import (
    AddressedPainFactory,
    EncounterFactory,
    ImprovementFactory,
    JourneyFactory,
    LandingFactory,
    PainFactory,
    PersonaFactory,
    PhaseFactory,
    StepFactory,
    TouchpointFactory,
)
from tests.pages import links, page, texts


@pytest.fixture
def counter(waterrijk):
    return TouchpointFactory(organisation=waterrijk)


def passes(counter, *experiences: int | None, wanted: bool = True, **journey):
    """A journey that comes by once for each of these experiences."""
    phase = PhaseFactory(journey=JourneyFactory(organisation=counter.organisation, **journey))
    for experience in experiences:
        step = StepFactory(phase=phase)
        EncounterFactory(step=step, touchpoint=counter, experience=experience, wanted=wanted)
    return phase.journey


def spread(found) -> list[int]:
    return [int(count) for count in texts(found.select(".spread__count"))]


def widths(found) -> list[str]:
    return [bar["width"] for bar in found.select(".spread__part")]


def test_spread_counts_each_experience_and_what_is_not_known(as_viewer, counter):
    passes(counter, 2, -2, -2, -2, None)
    found = page(as_viewer, counter.get_absolute_url())
    assert spread(found) == [1, 0, 0, 0, 3, 1]
    assert widths(found) == ["33%", "0%", "0%", "0%", "100%", "33%"]


def test_desired_journey_passes_and_is_not_counted_as_experience(as_viewer, counter):
    passes(counter, -1)
    desired = passes(counter, 2, kind="to_be")
    found = page(as_viewer, counter.get_absolute_url())
    assert spread(found) == [0, 0, 0, 1, 0]
    assert desired.get_absolute_url() in links(found.select_one("[aria-labelledby=passing]"))


def test_unwanted_contacts_are_counted_in_words(as_viewer, counter):
    passes(counter, 0, 1)
    passes(counter, -2, wanted=False)
    words = page(as_viewer, counter.get_absolute_url()).select_one("[aria-labelledby=spread]").get_text()
    assert "2 keer gewenst" in words
    assert "1 keer ongewenst" in words


def test_every_journey_and_persona_is_named_with_its_steps(as_viewer, counter):
    farah = PersonaFactory(organisation=counter.organisation, name="Farah")
    one = passes(counter, 0, 1, persona=farah, title="Eerste")
    two = passes(counter, 0, persona=farah, title="Tweede")
    box = page(as_viewer, counter.get_absolute_url()).select_one("[aria-labelledby=passing]")
    assert texts(box.select("p"))[0].split(", ") == ["1 persona", "2 reizen", "3 contacten"]
    pages = {one.get_absolute_url(), two.get_absolute_url(), farah.get_absolute_url()}
    assert pages <= set(links(box))


def test_pains_there_come_open_and_severe_first_each_once(as_viewer, counter):
    journey = passes(counter, 0)
    step = journey.phases.get().steps.get()
    EncounterFactory(step=step, touchpoint=counter)
    solved = PainFactory(step=step, text="Bedacht", severity=3)
    AddressedPainFactory(improvement=ImprovementFactory(journey=journey), pain=solved)
    PainFactory(step=step, text="Open", severity=1)
    found = page(as_viewer, counter.get_absolute_url())
    assert texts(found.select("[aria-labelledby=pains] .card__text")) == ["Open", "Bedacht"]


def test_improvements_land_there_or_address_a_pain_there(as_viewer, counter):
    journey = passes(counter, 0)
    pain = PainFactory(step=journey.phases.get().steps.get())
    landing = LandingFactory(touchpoint=counter, improvement__journey=journey).improvement
    addressing = AddressedPainFactory(pain=pain, improvement=ImprovementFactory(journey=journey)).improvement
    ImprovementFactory(journey=journey)
    found = page(as_viewer, counter.get_absolute_url()).select_one("[aria-labelledby=improvements]")
    assert {landing.get_absolute_url(), addressing.get_absolute_url()} == set(links(found))
    rows = texts(found.select("li"))
    assert "landt hier" in rows[0]
    assert "knelpunt" in rows[1]
