"""The page of one improvement: whom it serves, where it lands, who does it, and how far that is."""

import pytest

from improvements.models import Improvement
from journeys.models import Change
from tests import factories
from tests.journeys.editing import HTMX, filled
from tests.pages import page, soup, texts


@pytest.fixture
def row(waterrijk) -> Improvement:
    journey = factories.JourneyFactory(organisation=waterrijk, title="Wij krijgen een kind")
    return factories.ImprovementFactory(journey=journey, title="Kaart bij de echo")


@pytest.fixture
def url(row) -> str:
    return row.get_absolute_url()


@pytest.fixture
def elsewhere_pain(waterrijk):
    """A pain in another journey of the same organisation."""
    return factories.PainFactory(
        text="Niemand vertelt het",
        step__title="Ik bel",
        step__phase__journey=factories.JourneyFactory(organisation=waterrijk, title="Tweede kind"),
    )


def test_it_shows_the_pains_of_every_journey_that_it_serves(as_viewer, row, url, elsewhere_pain):
    mine = factories.PainFactory(text="Te laat gehoord", step__phase__journey=row.journey)
    for pain in (mine, elsewhere_pain):
        factories.AddressedPainFactory(improvement=row, pain=pain)

    found = page(as_viewer, url)

    assert texts(found.select(".served h3")) == ["Tweede kind", "Wij krijgen een kind"]
    assert "buiten beeld" in found.select_one(".served__pain").text
    assert "klantgedreven" in found.select_one(".page-head__sub").text
    assert not found.select("[data-cell] a.part__edit")


def test_pains_of_another_journey_are_attached(as_editor, row, url, elsewhere_pain):
    other = elsewhere_pain.step.phase.journey
    offered = page(as_editor, f"{url}klantreizen/")
    assert offered.select_one("tbody th a")["href"] == f"{url}knelpunten/?klantreis={other.pk}"

    as_editor.post(f"{url}knelpunten/?klantreis={other.pk}", {"addresses": [elsewhere_pain.pk]})

    assert list(row.addresses.all()) == [elsewhere_pain]
    change = Change.objects.get()
    assert change.journey == row.journey


def test_a_pain_of_another_organisation_is_refused(as_editor, row, url, elsewhere):
    theirs = factories.PainFactory(step__phase__journey__organisation=elsewhere)

    assert as_editor.get(f"{url}knelpunten/?klantreis={theirs.step.phase.journey_id}").status_code == 404
    as_editor.post(f"{url}knelpunten/", {"addresses": [theirs.pk]})
    assert not row.addresses.exists()


def test_the_status_keeps_who_and_when(as_editor, editor, row, url):
    editor.first_name, editor.last_name = "Bo", "Bewerker"
    editor.save()
    for status in ("planned", "doing"):
        as_editor.post(
            f"{url}plan/", filled(as_editor, f"{url}plan/") | {"status": status, "effort": "", "effect": ""}
        )
    as_editor.post(f"{url}tekst/", filled(as_editor, f"{url}tekst/") | {"description": "Anders."})

    turns = texts(page(as_editor, url).select(".turns li"))

    assert [turn.split()[0] for turn in turns] == ["bezig", "gepland", "idee"]
    assert "Bo Bewerker" in turns[0]
    assert "niet bekend wie" in turns[2]


@pytest.mark.parametrize("kind", ["person", "party", "name"])
def test_the_owner_is_a_colleague_a_party_or_a_name(as_editor, editor, row, url, waterrijk, kind):
    party = factories.PartyFactory(organisation=waterrijk, name="Ziekenhuis", kind="partner")
    typed = {"person": editor.email, "party": "ziekenhuis", "name": "Wijkteam"}[kind]

    as_editor.post(f"{url}plan/", {"status": "idea", "owner": typed})

    row.refresh_from_db()
    owner = (row.owner_person, row.owner_party)
    assert owner == {"person": (editor, None), "party": (None, party), "name": (None, None)}[kind]
    assert row.owner.casefold() == typed.casefold()
    found = page(as_editor, url)
    assert row.owner_name in found.select_one("#plan").text
    assert ("buiten de organisatie" in found.select_one("#plan").text) == (kind == "party")
    assert filled(as_editor, f"{url}plan/")["owner"] == row.owner_name


def test_someone_of_another_organisation_is_only_a_name(as_editor, stranger, row, url):
    stranger.first_name, stranger.last_name = "Iris", "Bos"
    stranger.save()

    as_editor.post(f"{url}plan/", {"status": "idea", "owner": str(stranger)})

    row.refresh_from_db()
    assert (row.owner_person, row.owner) == (None, "Iris Bos")


def test_a_part_is_changed_in_place_and_all_is_drawn_again(as_editor, row, url):
    opened = as_editor.get(f"{url}plan/", headers=HTMX)
    assert soup(opened).select_one("[data-editor] [name=follow_up]")

    response = as_editor.post(f"{url}plan/", {"status": "doing", "follow_up": "2027-01-15"}, headers=HTMX)

    drawn = soup(response).select_one("hx-partial#improvement, hx-partial[hx-target='#improvement']")
    assert "15 januari 2027" in drawn.select_one("#plan").text
    assert '"focusOn"' in response["HX-Trigger"]


def test_without_javascript_a_part_is_a_page_and_leads_back(as_editor, row, url):
    assert "Wie en wanneer" in page(as_editor, f"{url}plan/").select_one("h1").text

    response = as_editor.post(f"{url}plan/", {"status": "doing"})

    assert response.url == f"{url}#plan"


@pytest.mark.parametrize(
    ("part", "wrong", "field"),
    [
        ("tekst", {"title": ""}, "description"),
        ("plan", {"status": "?", "owner": "Wijkteam"}, "owner"),
        ("landt", {"touchpoint": "Babbelgroep"}, "touchpoint"),
    ],
)
def test_what_is_wrong_is_refused_and_the_text_kept(as_editor, row, url, part, wrong, field):
    response = as_editor.post(f"{url}{part}/", {"description": "Blijft staan"} | wrong)

    assert response.status_code == 422
    kept = soup(response).select_one(f"[name={field}]")
    assert (kept.get("value") or kept.text.strip()) in ("Blijft staan", "Wijkteam", "Babbelgroep")


def test_what_a_colleague_wrote_meanwhile_stays(as_editor, row, url):
    mine = filled(as_editor, f"{url}plan/")
    row.give_to("Wijkteam")
    row.save()

    as_editor.post(f"{url}plan/", mine | {"status": "doing", "effort": "", "effect": ""})

    row.refresh_from_db()
    assert (row.owner, row.status) == ("Wijkteam", "doing")


def test_a_viewer_changes_nothing_and_a_stranger_finds_nothing(as_viewer, as_stranger, row, url):
    for part in ("tekst/", "plan/", "knelpunten/", "landt/", "klantreizen/"):
        assert as_viewer.get(f"{url}{part}").status_code == 403
        assert as_stranger.get(f"{url}{part}").status_code == 404
    assert as_stranger.get(url).status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_asks_as_much_whatever_it_serves(as_editor, row, url, count, django_assert_max_num_queries):
    for _number in range(count):
        journey = factories.JourneyFactory(organisation=row.organisation)
        pain = factories.PainFactory(step__phase__journey=journey)
        factories.AddressedPainFactory(improvement=row, pain=pain)
        factories.LandingFactory(improvement=row)

    with django_assert_max_num_queries(25):
        as_editor.get(url)
