"""What will be done, over all journeys and for one: plot, list, filters and balance."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from improvements.models import Improvement
from tests import factories
from tests.pages import links, page, texts

PLAN = "/verbeteringen/"


@pytest.fixture
def journey(waterrijk):
    return factories.JourneyFactory(organisation=waterrijk, title="Wij krijgen een kind")


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def improvement(journey, title: str, **fields) -> Improvement:
    return factories.ImprovementFactory(journey=journey, title=title, **fields)


def titles(found) -> list[str]:
    return texts(found.select(".plan-table tbody th[scope=row] > a"))


def test_what_is_late_comes_first_and_what_is_over_last(as_editor, journey):
    improvement(journey, "Klaar", status="done", follow_up=day(-90))
    improvement(journey, "Ooit")
    improvement(journey, "Straks", follow_up=day(8))
    improvement(journey, "Snel", effort=1, effect=5)
    improvement(journey, "Te laat", follow_up=day(-7))

    found = page(as_editor, PLAN)

    assert titles(found) == ["Te laat", "Snel", "Straks", "Ooit", "Klaar"]
    groups = texts(found.select(".plan-table__group th"))
    assert groups == [
        "Terugkijken: te laat 1",
        "Meteen doen 1",
        "De rest van het plan 2",
        "Klaar of vervallen 1",
    ]
    assert "7 dagen te laat" in texts(found.select(".data-table__note.late"))
    assert "snelle winst" in found.select_one(".plan-table").text


def test_a_tab_counts_what_is_late_and_leads_to_it(as_editor, journey):
    for days in (-7, -1, 8):
        improvement(journey, f"Over {days}", follow_up=day(days))
    [tab] = [one for one in page(as_editor, PLAN).select(".tabs__item") if "Terugkijken" in one.text]
    assert tab.text == "Terugkijken (2)"

    found = page(as_editor, f"{PLAN}{tab['href']}")
    assert titles(found) == ["Over -7", "Over -1"]
    assert texts(found.select(".tabs__item[aria-current]")) == ["Terugkijken (2)"]


def test_where_nothing_is_late_there_is_no_tab_for_it(as_editor, journey):
    improvement(journey, "Straks", follow_up=day(8))
    assert not any("Terugkijken" in name for name in texts(page(as_editor, PLAN).select(".tabs__item")))


def test_the_plan_of_a_journey_leads_to_the_current_one_above_the_newest_desired(as_editor, journey):
    def beside(one) -> list[str]:
        tabs = page(as_editor, f"{one.get_absolute_url()}verbeteringen/").select(".tabs__item")
        return [tab["href"] for tab in tabs if tab.text == "Huidig naast gewenst"]

    assert beside(journey) == []
    _older, desired = factories.JourneyFactory.create_batch(
        2, organisation=journey.organisation, life_event=journey.life_event, kind="to_be", based_on=journey
    )
    both = [f"/vergelijken/?reis={journey.pk}&reis={desired.pk}"]
    assert (beside(journey), beside(desired)) == (both, both)


def test_the_plot_and_the_list_hold_the_same(as_editor, journey):
    quick = improvement(journey, "Snel", effort=1, effect=5)
    improvement(journey, "Ook daar", effort=1, effect=5)
    loose = improvement(journey, "Nergens", effort=3)

    found = page(as_editor, PLAN)

    cell = found.select_one(".plot__cell[data-effort='1'][data-effect='5']")
    assert quick.get_absolute_url() in links(cell)
    assert len(links(cell)) == 2
    assert len(found.select(".plot__cell")) == 25
    assert links(found.select_one(".plot__unplaced")) == [loose.get_absolute_url()]
    numbers = {a["href"]: a.select_one(".point__mark").text for a in found.select(".point")}
    rows = {
        row.select_one("th a")["href"]: row.select_one(".point__mark").text for row in found.select("tr[id]")
    }
    assert numbers == rows
    words = texts(cell.select("a .visually-hidden"))[0]
    assert "moeite 1 van 5, effect 5 van 5, snelle winst" in words


def test_the_balance_tells_how_far_the_plan_reaches(as_editor, journey):
    ours = factories.OwnEncounterFactory(step=factories.StepFactory(phase__journey=journey, order=1))
    blind = factories.PainFactory(step=factories.StepFactory(phase=ours.step.phase, order=0))
    here = factories.PainFactory(step=ours.step, influence="ours")
    for title, pain in (("Verder", blind), ("Balie", here)):
        factories.AddressedPainFactory(improvement=improvement(journey, title), pain=pain)
    dropped = improvement(journey, "Vervallen", status="dropped")
    factories.AddressedPainFactory(improvement=dropped, pain=here)
    factories.PainFactory(step=blind.step, order=2)

    found = page(as_editor, PLAN)

    assert texts(found.select(".balance__words span")) == [
        "1 klantgericht",
        "het plan is in balans",
        "1 klantgedreven",
    ]
    assert "1 knelpunt zonder verbetering, waarvan 1 buiten beeld" in texts(found.select(".plan-open"))[0]
    assert titles(page(as_editor, f"{PLAN}?bereik=klantgedreven")) == ["Verder"]
    assert titles(page(as_editor, f"{PLAN}?bereik=klantgericht")) == ["Balie", "Vervallen"]


def test_it_is_filtered_by_what_the_address_says(as_editor, editor, journey, waterrijk):
    party = factories.PartyFactory(organisation=waterrijk, name="Ziekenhuis")
    improvement(journey, "Van mij", owner_person=editor, owner="Editor")
    improvement(journey, "Van hen", owner_party=party, owner="Ziekenhuis", status="doing", follow_up=day(-1))
    improvement(journey, "Met naam", owner="Wijkteam", status="dropped")
    improvement(journey, "Van niemand")

    def found(query: str) -> set[str]:
        return set(titles(page(as_editor, f"{PLAN}?{query}")))

    assert found("eigenaar=ik") == {"Van mij"}
    assert found("eigenaar=niemand") == {"Van niemand"}
    assert found(f"eigenaar=partij-{party.pk}") == {"Van hen"}
    assert found("eigenaar=naam-Wijkteam") == {"Met naam"}
    assert found("status=bezig") == {"Van hen"}
    assert found("status=open") == {"Van mij", "Van hen", "Van niemand"}
    assert found("te-laat=1") == {"Van hen"}
    assert found("zoek=ziekenhuis") == {"Van hen"}
    assert found("status=onzin&eigenaar=persoon-x&bereik=nee") == found("")


def test_nothing_found_leads_back_to_everything(as_editor, journey):
    improvement(journey, "Een")

    assert links(page(as_editor, f"{PLAN}?zoek=xyzzy").select_one("#plan")) == ["?"]


def test_past_fifty_it_goes_on_on_another_page(as_editor, journey):
    for number in range(51):
        improvement(journey, f"Verbetering {number:02}", effort=2, effect=2)

    first, second = page(as_editor, PLAN), page(as_editor, f"{PLAN}?pagina=2")

    assert (len(titles(first)), len(titles(second))) == (50, 1)
    assert len(first.select(".plot .point")) == 50
    assert second.select_one(".plot .point__mark").text == "51"
    assert "Dit zijn 1 tot en met 50 van 51" in first.select_one("#plot-hint").text


def test_the_plan_of_a_journey_has_what_helps_it(as_editor, journey, waterrijk):
    other = factories.JourneyFactory(organisation=waterrijk, title="Wij verhuizen")
    pain = factories.PainFactory(step__phase__journey=journey)
    guest = improvement(other, "Van hiernaast")
    factories.AddressedPainFactory(improvement=guest, pain=pain)
    improvement(journey, "Eigen")
    improvement(other, "Daar")

    found = page(as_editor, f"{journey.get_absolute_url()}verbeteringen/")

    assert set(titles(found)) == {"Eigen", "Van hiernaast"}
    assert "Wij verhuizen" in found.select_one(f"#regel-{guest.pk}").text


def test_without_improvements_it_teaches(as_editor, as_viewer, journey):
    for client in (as_editor, as_viewer):
        found = page(client, PLAN)
        assert "begint bij een knelpunt" in found.select_one(".empty").text
        assert not found.select("#plot")


def test_a_viewer_looks_and_moves_nothing(as_viewer, journey):
    improvement(journey, "Een", effort=1, effect=1)

    found = page(as_viewer, PLAN)

    assert not found.select("[data-point]")
    assert "/verbeteringen/nieuw/" not in links(found.select_one("main"))


def test_another_organisation_sees_nothing_of_it(as_stranger, journey):
    improvement(journey, "Geheim plan")

    assert "Geheim plan" not in as_stranger.get(PLAN).content.decode()
    assert as_stranger.get(f"{journey.get_absolute_url()}verbeteringen/").status_code == 404


@pytest.mark.parametrize("count", [2, 25])
def test_it_asks_as_much_whatever_the_plan(
    as_editor, waterrijk, journey, count, django_assert_max_num_queries
):
    for number in range(count):
        own = factories.JourneyFactory(organisation=waterrijk)
        pain = factories.PainFactory(step__phase__journey=own)
        party = factories.PartyFactory(organisation=waterrijk)
        row = improvement(own, f"Verbetering {number}", owner_party=party, effort=1, effect=number % 5 + 1)
        factories.AddressedPainFactory(improvement=row, pain=pain)
        factories.LandingFactory(improvement=row)

    with django_assert_max_num_queries(24):
        as_editor.get(PLAN)
