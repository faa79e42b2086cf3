"""The same journey through several lenses: what is chosen stays, and the last one used is remembered."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from exchange.importer import import_document
from journeys.lenses import LENSES, MAP
from journeys.models import Journey
from organisations.models import Membership, User
from tests import factories
from tests.exchange.documents import of_size
from tests.journeys.editing import HTMX, parsed
from tests.pages import links, page, texts

OTHERS = [lens for lens in LENSES if lens is not MAP]
# What its life event tells; what kind of party each department is.
ASKING = ("insights", "behind-the-counter")
WARM = 3 + 3  # who asks; the journey, its state, and what can be undone and done again


@pytest.fixture
def situated(step) -> Journey:
    """Its life event knows a situation."""
    journey = step.phase.journey
    factories.SituationFactory(life_event=journey.life_event, name="geen DigiD")
    return journey


def tabs(found) -> dict[str, str]:
    """Of the lenses, and last the plan: improvements have a page of their own."""
    return {" ".join(tab.text.split()): tab["href"] for tab in found.select(".lenses a")}


def on_lens(address: str, cell: str = "") -> dict[str, str]:
    """What htmx sends from a page that looks through a lens."""
    target = {"HX-Target": f"div#{cell}"} if cell else {}
    return HTMX | target | {"HX-Current-URL": f"http://testserver{address}"}


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.name)
def test_every_lens_leads_to_all_the_others_and_says_which_it_is(as_viewer, situated, url, lens):
    found = page(as_viewer, f"{url}{lens.path}")

    assert list(tabs(found).values()) == [
        *(f"{url}{other.path}" for other in LENSES),
        f"{url}verbeteringen/",
    ]
    [current] = found.select(".lenses [aria-current=page]")
    assert current["href"] == f"{url}{lens.path}"
    assert texts(found.select("h1")) == [situated.title]


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.name)
def test_situation_and_lanes_go_along_to_another_lens(as_viewer, situated, url, lens):
    chosen = {"situatie": ["geen DigiD"], "lanen": ["doing", "pains"]}
    found = page(as_viewer, f"{url}{lens.path}", **chosen)

    to_lenses = list(tabs(found).values())[:-1]
    assert [parse_qs(urlsplit(href).query) for href in to_lenses] == [chosen] * len(LENSES)
    everyone = found.select_one("[data-situations] .menu__item")["href"]
    assert parse_qs(urlsplit(everyone).query) == {"lanen": ["doing", "pains"]}
    assert "geen DigiD" in found.select_one("[data-situations] summary").text


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.name)
def test_another_situation_leaves_out_the_steps_of_this_one(as_viewer, situated, url, step, lens):
    other = factories.SituationFactory(life_event=situated.life_event, name="ongehuwd", order=1)
    also = factories.StepFactory(phase=step.phase, title="Ik bel ook", order=1)
    for row in (step, also):  # not every lens shows steps at which nothing lies
        factories.PainFactory(step=row)
    factories.StepSituationFactory(step=step, situation=other)

    shown = page(as_viewer, f"{url}{lens.path}", situatie="geen DigiD").select_one("#journey").text

    assert "Ik bel ook" in shown
    assert "Ik bel\n" not in shown
    assert step.title in page(as_viewer, f"{url}{lens.path}").text


@pytest.mark.parametrize("lens", OTHERS, ids=lambda lens: lens.name)
def test_a_situation_that_is_unknown_is_not_found(as_viewer, situated, url, lens):
    assert as_viewer.get(f"{url}{lens.path}?situatie=verzonnen").status_code == 404


def leads(client: Client, address: str, journey: Journey) -> set[str]:
    """From a list; what leads a newcomer through a first journey says itself where to."""
    main = page(client, address).select_one("main")
    for first_use in main.select(".first-use"):
        first_use.decompose()
    return {href for href in links(main) if href.startswith(journey.get_absolute_url())}


def test_lists_lead_to_the_lens_that_was_used_last(as_editor, situated, url):
    lists = ("/", "/klantreizen/", situated.life_event.get_absolute_url())
    assert {url} == {href for one in lists for href in leads(as_editor, one, situated)}

    page(as_editor, f"{url}lijst/")
    assert {f"{url}lijst/"} == {href for one in lists for href in leads(as_editor, one, situated)}

    page(as_editor, url)
    assert {url} == {href for one in lists for href in leads(as_editor, one, situated)}


def test_what_one_used_is_nobody_elses_lens(as_editor, as_viewer, situated, url):
    page(as_editor, f"{url}lijst/")

    assert leads(as_viewer, "/", situated) == {url}


def test_each_organisation_of_a_person_has_its_own(as_editor, editor: User, elsewhere, url):
    membership = factories.MembershipFactory(user=editor, organisation=elsewhere)
    page(as_editor, f"{url}lijst/")

    assert Membership.objects.get(user=editor, organisation__slug="waterrijk").lens == "lijst"
    membership.refresh_from_db()
    assert membership.lens == ""


def test_a_lens_that_is_gone_is_the_map(as_viewer, viewer: User, situated, url):
    viewer.memberships.update(lens="vroeger")

    assert leads(as_viewer, "/klantreizen/", situated) == {url}


@pytest.mark.parametrize("lens", OTHERS, ids=lambda lens: lens.name)
def test_a_step_opens_beside_the_lens_with_an_address(as_editor, step, url, lens):
    address = f"{url}{lens.path}?stap={step.pk}"
    assert texts(page(as_editor, address).select("#panel-title")) == ["Stap 1 : Ik bel"]

    asked = on_lens(f"{url}{lens.path}", "panel")
    response = as_editor.get(address, headers=asked)
    assert response.headers["HX-Push-Url"] == address
    assert parsed(response).select_one("#lens") is None


@pytest.mark.parametrize("number", ["0", "999999999", "x", "", "9" * 30])
def test_a_step_that_is_not_there_opens_nothing(as_viewer, step, url, number):
    assert not page(as_viewer, f"{url}lijst/?stap={number}").select(".step-panel")


@pytest.mark.parametrize("lens", OTHERS, ids=lambda lens: lens.name)
def test_a_change_in_the_panel_draws_panel_and_lens_again(as_editor, step, url, lens):
    factories.PainFactory(step=step)
    asked = on_lens(f"{url}{lens.path}?stap={step.pk}", f"p{step.pk}-head-editor")
    title = "Ik bel nog eens"
    response = as_editor.post(f"{url}stappen/{step.pk}/kop/", {"title": title}, headers=asked)

    parts = {part["hx-target"]: part.text for part in parsed(response).select("hx-partial")}
    assert title in (parts.get("#lens") or parts[f"#stap-{step.pk}"])
    assert title in parts[f"#p{step.pk}-head"]
    assert "#map" not in parts
    assert f"#s{step.pk}-head" not in parts


def test_the_panel_of_a_step_that_is_deleted_closes(as_editor, step, url):
    factories.StepFactory(phase=step.phase, order=1)
    asked = on_lens(f"{url}lijst/?stap={step.pk}", f"p{step.pk}-head-editor")
    response = as_editor.post(f"{url}stappen/{step.pk}/verwijderen/", headers=asked)

    assert response.headers["HX-Replace-Url"] == f"{url}lijst/"
    assert parsed(response).select_one("hx-partial[hx-target='#panel']").text == ""


def test_a_viewer_changes_nothing_through_a_lens(as_viewer, step, url):
    factories.PainFactory(step=step)

    found = page(as_viewer, f"{url}lijst/?stap={step.pk}").select_one("main")

    assert not found.select("form[method=post]")


@pytest.mark.parametrize("steps", [3, 60])
@pytest.mark.parametrize("lens", OTHERS, ids=lambda lens: lens.name)
def test_a_lens_takes_as_many_queries_whatever_the_size(
    as_editor, waterrijk, lens, steps, django_assert_num_queries
):
    journey = import_document(of_size(steps), waterrijk, by=None)
    address = f"{journey.get_absolute_url()}{lens.path}"
    as_editor.get(address)

    with django_assert_num_queries(WARM + (lens.name in ASKING)):
        as_editor.get(address)


def test_what_is_planned_hides_with_its_lane_among_the_pains(as_viewer, step, url):
    factories.PainFactory(step=step)
    found = page(as_viewer, f"{url}knelpunten/", lanen=["pains"])

    assert found.select_one(".pains__plan")["data-lane"] == "improvements"
    assert "improvements" in found.select_one("#journey")["data-hidden-lanes"].split()
    assert not found.select_one("[data-lane-choice] [value=improvements]").has_attr("checked")
