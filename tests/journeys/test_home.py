import pytest
from django.urls import reverse

from journeys.models import Journey
from tests.factories import (
    EvidenceFactory,
    FindingFactory,
    InterviewFactory,
    JourneyFactory,
    LifeEventFactory,
    PersonaFactory,
)
from tests.journeys.worlds import birth, farahs_journey, many_journeys
from tests.pages import links, page, texts

HOME = "/"


def cards(found):
    return found.select(".journey-card")


def test_home_welcomes_who_has_nothing_yet_with_one_first_step(as_editor):
    found = page(as_editor, HOME)
    assert links(found.select_one(".welcome")) == [reverse("journeys:journey-new"), reverse("learning:route")]


def test_home_offers_a_viewer_nothing_to_make(as_viewer, waterrijk):
    assert not links(page(as_viewer, HOME).select_one(".welcome"))
    birth(waterrijk)
    assert reverse("journeys:journey-new") not in " ".join(links(page(as_viewer, HOME)))


def test_card_tells_how_long_the_journey_is_out_of_sight(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    card = page(as_viewer, HOME).select_one(f"#journey-{journey.pk}")
    assert card.select_one(".figure__number").get_text() == "200"
    assert "67%" in card.select_one(".figure__detail").get_text()
    assert card.select_one(".spark__contact") is not None
    assert card.select_one(".spark__face")["data-feeling"] == "-2"
    assert journey.get_absolute_url() in links(card)


def test_card_without_evidence_is_called_an_assumption(as_viewer, waterrijk):
    farahs_journey(waterrijk)
    assert page(as_viewer, HOME).select_one(".journey-card .tag")["data-kind"] == "assumption"


def test_card_counts_the_interviews_behind_it(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    interviews = InterviewFactory.create_batch(2, organisation=waterrijk)
    for interview in [*interviews, interviews[0]]:
        finding = FindingFactory(organisation=waterrijk, kind="resident", interview=interview)
        EvidenceFactory(journey=journey, finding=finding)
    tag = page(as_viewer, HOME).select_one(".journey-card .tag")
    assert tag["data-kind"] == "own"
    assert tag.get_text().startswith("2 ")


def test_life_event_has_its_journeys_in_its_row(as_viewer, waterrijk):
    moving = LifeEventFactory(organisation=waterrijk, name="Verhuizen")
    farahs_journey(waterrijk, moving, title="Snel een eigen plek")
    farahs_journey(waterrijk, birth(waterrijk))
    found = page(as_viewer, HOME, volgorde="naam")
    assert texts(found.select(".life-event-row__name")) == ["Een kind krijgen", "Verhuizen"]
    rows = [texts(row.select(".journey-card__title")) for row in found.select(".life-event-row")]
    assert rows == [["Wij krijgen ons eerste kind"], ["Snel een eigen plek"]]


def test_journeys_of_a_life_event_are_drawn_on_one_time_axis(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    early, late = farahs_journey(waterrijk, life_event), farahs_journey(waterrijk, life_event)
    first = late.phases.get().steps.first()
    first.offset_days = -150
    first.save()
    found = page(as_viewer, HOME)
    contacts = [found.select_one(f"#journey-{one.pk} .spark__contact")["x1"] for one in (early, late)]
    starts = [found.select_one(f"#journey-{one.pk} .spark__blind")["x"] for one in (early, late)]
    assert contacts[0] == contacts[1]
    assert starts[0] < starts[1]


def test_desired_journey_is_a_link_on_the_card_it_is_based_on(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    desired = JourneyFactory(
        organisation=waterrijk,
        life_event=journey.life_event,
        kind=Journey.Kind.TO_BE,
        based_on=journey,
    )
    found = page(as_viewer, HOME)
    assert len(cards(found)) == 1
    assert desired.get_absolute_url() in links(cards(found)[0])


def test_headline_adds_up_the_current_journeys(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    farahs_journey(waterrijk, journey.life_event, kind=Journey.Kind.TO_BE)
    headline = page(as_viewer, HOME).select_one(".figures")
    assert texts(headline.select(".figure__number"))[:4] == ["1", "200", "1", "0%"]
    assert journey.get_absolute_url() in links(headline)


def test_event_without_journeys_suggests_whom_to_follow(as_editor, waterrijk):
    life_event, persona = birth(waterrijk), PersonaFactory(organisation=waterrijk)
    invitation = page(as_editor, HOME).select_one(".life-event-row .empty")
    new = reverse("journeys:journey-new")
    assert f"{new}?levensgebeurtenis={life_event.pk}" in links(invitation)
    assert f"{new}?levensgebeurtenis={life_event.pk}&persona={persona.pk}" in links(invitation)


def test_journey_without_steps_asks_when_it_starts(as_viewer, waterrijk):
    JourneyFactory(organisation=waterrijk)
    found = page(as_viewer, HOME)
    assert found.select_one(".journey-card__nothing") is not None


def test_journey_without_known_days_counts_steps(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    for step in journey.phases.get().steps.all():
        step.offset_days = None
        step.save()
    card = page(as_viewer, HOME).select_one(".journey-card")
    assert card.select_one(".figure__number").get_text() == "1"
    assert card.select_one(".spark__blind") is not None
    assert card.select_one(".spark__text") is None


@pytest.mark.parametrize("words", ["eigen plek", "VERHUI", "ria"])
def test_home_finds_by_title_life_event_and_persona(as_viewer, waterrijk, words):
    moving = LifeEventFactory(organisation=waterrijk, name="Verhuizen")
    ria = PersonaFactory(organisation=waterrijk, name="Ria")
    farahs_journey(waterrijk, moving, title="Snel een eigen plek", persona=ria)
    farahs_journey(waterrijk)
    found = page(as_viewer, HOME, zoek=words)
    assert texts(found.select(".journey-card__title")) == ["Snel een eigen plek"]
    assert texts(found.select(".life-event-row__name")) == ["Verhuizen"]


def test_home_says_when_nothing_is_found(as_viewer, waterrijk):
    birth(waterrijk)
    assert "zzz" in page(as_viewer, HOME, zoek="zzz").select_one("main .panel").get_text()


@pytest.mark.parametrize(
    "query",
    [
        {"pagina": "x"},
        {"pagina": "0"},
        {"pagina": "9" * 30},
        {"zoek": "\x00"},
        {"levensgebeurtenis": "9" * 30},
        {"volgorde": "x"},
        {"status": "x"},
    ],
)
def test_strange_address_is_no_error(as_viewer, waterrijk, query):
    farahs_journey(waterrijk)
    assert as_viewer.get(HOME, query).status_code < 500


def test_home_hides_journeys_of_another_organisation(as_stranger, waterrijk):
    farahs_journey(waterrijk)
    assert not cards(page(as_stranger, HOME))


def test_home_follows_a_change_of_a_journey(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    page(as_viewer, HOME)
    Journey.objects.filter(pk=journey.pk).update(title="Anders", version=journey.version + 5)
    assert texts(page(as_viewer, HOME).select(".journey-card__title")) == ["Anders"]


@pytest.mark.parametrize("warm", [False, True])
def test_home_asks_no_more_of_the_database_with_more_journeys(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries, warm
):
    many_journeys(waterrijk, 1)
    many_journeys(elsewhere, 30)
    for client in (as_viewer, as_stranger):
        if warm:
            page(client, HOME)
        with django_assert_max_num_queries(6 if warm else 25):
            page(client, HOME)
