"""Where people already are before we are in sight, and the improvement that lands there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from improvements.models import Improvement
from journeys.documents import document_of
from journeys.figures import life_event_figures
from journeys.models import Journey
from tests import factories
from tests.pages import links, page, texts

PLACES = "/waar-mensen-al-zijn/"


@pytest.fixture
def birth(waterrijk):
    return factories.LifeEventFactory(organisation=waterrijk, name="Een kind krijgen")


@pytest.fixture
def midwife(waterrijk):
    return factories.TouchpointFactory(organisation=waterrijk, name="Spreekuur", party__name="Verloskundige")


@pytest.fixture
def echo(waterrijk):
    return factories.TouchpointFactory(organisation=waterrijk, name="Echo", party__name="Ziekenhuis")


def journey_of(life_event, title: str, *met, persona: str = "", **fields) -> Journey:
    """A step at each of these touchpoints, in order, with a pain; None is our own counter."""
    people, name = life_event.organisation.personas, persona or title
    persona = people.filter(name=name).first() or people.create(name=name)
    journey = factories.JourneyFactory(
        life_event=life_event, organisation=life_event.organisation, title=title, persona=persona, **fields
    )
    phase = factories.PhaseFactory(journey=journey)
    for order, touchpoint in enumerate(met):
        step = factories.StepFactory(phase=phase, order=order, title=f"{title} {order}")
        factories.PainFactory(step=step, text=f"Pijn {title} {order}")
        if touchpoint is None:
            factories.OwnEncounterFactory(step=step)
        else:
            factories.EncounterFactory(step=step, touchpoint=touchpoint)
    return journey


def ranked(found) -> list[str]:
    return texts(found.select(".places-table tbody th .chip"))


def test_the_most_passed_come_first_and_what_comes_after_us_does_not_count(as_viewer, birth, midwife, echo):
    one = journey_of(birth, "Eén", midwife, echo, None, echo)
    journey_of(birth, "Twee", echo, None, midwife)
    journey_of(birth, "Gewenst", midwife, midwife, kind="to_be")

    found = page(as_viewer, PLACES)

    assert ranked(found) == ["Echo", "Spreekuur"]
    assert texts(found.select(".share")) == ["2 van 2", "1 van 2"]
    steps = one.phases.get().steps.order_by("order")
    behind = links(found.select(".behind")[1])
    assert behind == [one.get_absolute_url(), f"{one.get_absolute_url()}#stap-{steps[0].pk}"]


def test_it_is_what_the_figures_of_the_life_event_say(as_editor, birth, midwife, echo):
    journey_of(birth, "Eén", midwife, echo, midwife, None)
    journey_of(birth, "Twee", echo, midwife)
    journey_of(birth, "Drie", midwife, None, persona="Eén")
    documents = [document_of(journey) for journey in birth.journeys.whole()]

    rows = page(as_editor, f"/levensgebeurtenissen/{birth.pk}/waar-mensen-al-zijn/").select("tbody > tr")

    shown = [
        (
            row.select_one(".chip").text.strip(),
            row.select_one(".share").text.split()[0],
            row.select("td")[2].text,
        )
        for row in rows
    ]
    figures = life_event_figures(documents)["places"]
    assert shown == [(place["name"], str(place["journeys"]), str(place["personas"])) for place in figures]


def test_a_situation_in_the_address_changes_the_route(as_editor, birth, midwife, echo):
    journey = journey_of(birth, "Eén", midwife, echo, None)
    situation = factories.SituationFactory(life_event=birth, name="ongehuwd")
    factories.SituationFactory(life_event=birth, name="getrouwd")
    first = journey.phases.get().steps.order_by("order").first()
    factories.StepSituationFactory(step=first, situation=situation)

    assert ranked(page(as_editor, f"{PLACES}?situatie=getrouwd")) == ["Echo"]
    assert set(ranked(page(as_editor, f"{PLACES}?situatie=ongehuwd"))) == {"Echo", "Spreekuur"}
    assert as_editor.get(f"{PLACES}?situatie=onbekend").status_code == 404


def test_one_life_event_shows_only_its_own(as_editor, birth, midwife, echo, waterrijk):
    journey_of(birth, "Eén", midwife, None)
    moving = factories.LifeEventFactory(organisation=waterrijk, name="Verhuizen")
    journey_of(moving, "Twee", echo, None)

    assert ranked(page(as_editor, f"{PLACES}?levensgebeurtenis={moving.pk}")) == ["Echo"]
    assert ranked(page(as_editor, f"/levensgebeurtenissen/{birth.pk}/waar-mensen-al-zijn/")) == ["Spreekuur"]


def test_without_places_it_teaches(as_editor, birth):
    journey_of(birth, "Eén", None)

    assert "verloskundige" in page(as_editor, PLACES).select_one(".empty").text


def test_a_place_gets_an_improvement_with_the_pains_on_the_way_there(as_editor, birth, midwife, echo):
    one = journey_of(birth, "Eén", midwife, echo, midwife, None)
    journey_of(birth, "Twee", echo, None)
    address = next(link for link in links(page(as_editor, PLACES)) if f"contactmoment={echo.pk}" in link)

    form = page(as_editor, address).select_one("main form")

    offered = {box.parent.text.strip(): box.has_attr("checked") for box in form.select("[name=addresses]")}
    assert offered == {
        "Pijn Eén 0 (Eén 0)": False,
        "Pijn Eén 1 (Eén 1)": True,
        "Pijn Twee 0 (Twee 0)": True,
    }
    assert texts(form.select("legend"))[1:3] == ["Eén", "Twee"]
    assert form.select_one("[name=lands_at]").has_attr("checked")
    ticked = [box["value"] for box in form.select("[name=addresses][checked]")]
    saved = as_editor.post(
        address, {"title": "Kaart", "status": "idea", "addresses": ticked, "lands_at": echo.pk}
    )
    made = Improvement.objects.get()
    assert saved.url == made.get_absolute_url()
    assert (made.journey, list(made.lands_at.all()), made.addresses.count()) == (one, [echo], 2)


def test_a_wrong_improvement_is_refused_and_the_text_kept(as_editor, birth, echo):
    journey_of(birth, "Eén", echo, None)

    response = as_editor.post(
        f"/verbeteringen/nieuw/?contactmoment={echo.pk}",
        {"title": "", "description": "Blijft", "status": "idea"},
    )

    assert response.status_code == 422
    assert "Blijft" in response.content.decode()
    assert not Improvement.objects.exists()


def test_a_place_that_nobody_passes_is_not_found(as_editor, birth, midwife, echo, elsewhere):
    journey_of(birth, "Eén", midwife, None)
    theirs = factories.TouchpointFactory(organisation=elsewhere)

    for touchpoint in (echo, theirs):
        assert as_editor.get(f"/verbeteringen/nieuw/?contactmoment={touchpoint.pk}").status_code == 404


def test_a_new_improvement_begins_with_its_journey(as_editor, birth, midwife):
    journey = journey_of(birth, "Eén", midwife)

    address = f"/verbeteringen/nieuw/?klantreis={journey.pk}"
    assert address in links(page(as_editor, "/verbeteringen/nieuw/"))
    as_editor.post(address, {"title": "Kaart", "status": "idea"})

    assert Improvement.objects.get().journey == journey


def test_a_viewer_is_offered_nothing_to_do_and_a_stranger_finds_nothing(
    as_viewer, as_stranger, birth, midwife
):
    journey_of(birth, "Eén", midwife, None)

    assert not page(as_viewer, PLACES).select("a[href*='?contactmoment']")
    assert as_viewer.get(f"/verbeteringen/nieuw/?contactmoment={midwife.pk}").status_code == 403
    assert "Spreekuur" not in as_stranger.get(PLACES).content.decode()
    assert as_stranger.get(f"/levensgebeurtenissen/{birth.pk}/waar-mensen-al-zijn/").status_code == 404


@pytest.mark.parametrize("count", [1, 15])
def test_it_asks_as_much_however_many_journeys(
    as_editor, birth, midwife, count, django_assert_max_num_queries
):
    for number in range(count):
        journey_of(birth, f"Reis {number}", midwife, None)

    with django_assert_max_num_queries(16):
        as_editor.get(PLACES)


@pytest.mark.parametrize("at", ["klantreis", "contactmoment"])
def test_what_is_chosen_is_checked_while_nobody_else_changes_the_journey(as_editor, birth, echo, at):
    journey = journey_of(birth, "Eén", echo)
    pain = journey.phases.get().steps.get().pains.get()
    number = {"klantreis": journey.pk, "contactmoment": echo.pk}[at]

    with CaptureQueriesContext(connection) as asked:
        as_editor.post(
            f"/verbeteringen/nieuw/?{at}={number}", {"title": "Kaart", "status": "idea", "addresses": pain.pk}
        )

    said = [query["sql"] for query in asked.captured_queries]
    locked = next(place for place, sql in enumerate(said) if 'FOR NO KEY UPDATE OF "journeys_journey"' in sql)
    checked = [place for place, sql in enumerate(said) if 'FROM "journeys_pain"' in sql]
    written = next(place for place, sql in enumerate(said) if 'INSERT INTO "improvements_improvement"' in sql)
    assert any(locked < place < written for place in checked)
    assert Improvement.objects.get().addresses.get() == pain
