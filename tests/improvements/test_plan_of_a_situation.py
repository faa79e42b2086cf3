"""The plan of one journey keeps to the situation that is chosen on its map."""

import pytest

from tests import factories
from tests.pages import links, page, texts


@pytest.fixture
def journey(waterrijk):
    """Unmarried parents see us first, at a step of their own; for everyone else nobody of ours is there."""
    journey = factories.JourneyFactory(organisation=waterrijk, title="Wij krijgen een kind")
    situation = factories.SituationFactory(life_event=journey.life_event, name="ongehuwd")
    factories.SituationFactory(life_event=journey.life_event, name="geen DigiD")
    phase = factories.PhaseFactory(journey=journey)
    ours = factories.OwnEncounterFactory(step=factories.StepFactory(phase=phase, order=0))
    factories.StepSituationFactory(step=ours.step, situation=situation)
    improvement = factories.ImprovementFactory(journey=journey, title="Kortere rij")
    pain = factories.PainFactory(step=ours.step, influence="ours")
    factories.AddressedPainFactory(improvement=improvement, pain=pain)
    factories.PainFactory(step=ours.step, order=1)
    return journey


def plan_of(journey) -> str:
    return f"{journey.get_absolute_url()}verbeteringen/"


def balance(found) -> list[str]:
    return texts(found.select(".balance__words span"))


@pytest.mark.parametrize("lens", ["", "op-tijd/", "tabel/", "lijst/", "knelpunten/", "inzichten/"])
def test_one_goes_there_from_every_lens_for_the_same_situation(as_viewer, journey, lens):
    found = page(as_viewer, f"{journey.get_absolute_url()}{lens}?situatie=ongehuwd")

    assert f"{plan_of(journey)}?situatie=ongehuwd" in links(found.select_one(".lenses"))
    comparison = f"/vergelijken/?reis={journey.pk}&situatie=ongehuwd"
    assert comparison in links(found.select_one("#journey-head"))


def test_how_far_an_improvement_reaches_depends_on_the_route(as_viewer, journey):
    unmarried = page(as_viewer, f"{plan_of(journey)}?situatie=ongehuwd")
    without = page(as_viewer, f"{plan_of(journey)}?situatie=geen+DigiD")

    assert "1 klantgericht" in balance(unmarried)
    assert texts(unmarried.select(".plan-open strong")) == ["1 knelpunt"]
    assert balance(without) == ["0 klantgericht", "0 klantgedreven"]
    assert not without.select(".plan-open")


def test_choosing_a_situation_keeps_the_filters(as_viewer, journey):
    found = page(as_viewer, f"{plan_of(journey)}?zoek=kortere&bereik=klantgericht&situatie=ongehuwd&pagina=1")

    everyone, unmarried, other = links(found.select_one(".page-head details"))
    assert everyone == "?zoek=kortere&bereik=klantgericht"
    assert unmarried == "?zoek=kortere&bereik=klantgericht&situatie=ongehuwd"
    assert other == "?zoek=kortere&bereik=klantgericht&situatie=geen+DigiD"


def test_links_and_filters_keep_the_situation(as_viewer, journey):
    found = page(as_viewer, f"{plan_of(journey)}?situatie=ongehuwd&zoek=kortere")

    assert found.select_one("form input[name=situatie]")["value"] == "ongehuwd"
    assert "?situatie=ongehuwd" in links(found.select_one(".plan-filters"))
    assert f"{journey.get_absolute_url()}?situatie=ongehuwd" in links(found)
    pains = f"{journey.get_absolute_url()}knelpunten/?alleen=open&situatie=ongehuwd"
    assert pains in links(found.select_one(".plan-open"))
    assert texts(found.select("details [aria-current=true]")) == ["ongehuwd"]


def test_without_a_situation_every_step_counts(as_viewer, journey):
    found = page(as_viewer, plan_of(journey))

    assert "1 klantgericht" in balance(found)
    assert texts(found.select("details [aria-current=true]")) == ["iedereen: alle stappen"]


def test_a_situation_that_there_is_not_is_not_found(as_viewer, journey):
    assert as_viewer.get(f"{plan_of(journey)}?situatie=verzonnen").status_code == 404
