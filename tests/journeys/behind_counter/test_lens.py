"""Behind the counter: the resident's steps, a lane for each department, and what hangs together."""

import pytest

from exchange.importer import import_document
from journeys.models import Step
from processes.models import ProcessStep
from tests import factories
from tests.exchange.documents import of_size
from tests.journeys.editing import HTMX, parsed
from tests.pages import page, texts

WARM = 3 + 3 + 1  # as every lens; and who the parties are


@pytest.fixture
def address(url) -> str:
    return f"{url}achter-de-balie/"


@pytest.fixture
def later(step) -> Step:
    return factories.StepFactory(phase=step.phase, title="Wij krijgen bezoek", order=1)


def work(step: Step, title: str, department: str = "", order: int = 0, **more) -> ProcessStep:
    return factories.ProcessStepFactory(step=step, title=title, department=department, order=order, **more)


def lanes(found) -> dict[str, list[str]]:
    """By department the titles in its lane."""
    return {
        texts([lane.select_one("th")])[0]: texts(lane.select(".swim__work > :last-child"))
        for lane in found.select(".swim__lane")
    }


def test_each_department_has_a_lane_with_its_work_in_order(as_viewer, step, later, address, waterrijk):
    factories.PartyFactory(organisation=waterrijk, name="Jeugdarts", kind="partner")
    work(step, "Maakt de akte", "Burgerzaken")
    work(step, "Schrijft in", "burgerzaken (binnen)", order=1)
    work(step, "Belt terug", "Burgerzaken", order=2)
    work(later, "Plant bezoek", "Jeugdarts")
    work(later, "Doet iets", order=1)

    assert lanes(page(as_viewer, address)) == {
        "Burgerzaken van ons": ["Maakt de akte", "Belt terug"],
        "burgerzaken (binnen) van ons": ["Schrijft in"],
        "Jeugdarts partner": ["Plant bezoek"],
        "nog geen afdeling": ["Doet iets"],
    }


def test_a_card_says_what_it_hangs_together_with(as_viewer, step, later, address):
    work(step, "Maakt de akte", "Burgerzaken", system="BRP", work_minutes=15)
    work(step, "Stuurt bericht", "Post", order=1, wait_days=2, awaited_by=later, needed_by=later, seen=True)

    made, sent = texts(page(as_viewer, address).select(".swim__card"))

    assert "BRP 15 minuten werk" in made
    assert made.startswith("bij stap 1: Ik bel niet zichtbaar: Maakt de akte")
    assert "overgenomen van Burgerzaken" in sent
    assert "de inwoner ziet dit" in sent
    assert "stap 2 wacht erop: Wij krijgen bezoek" in sent
    assert "stap 2 hangt ervan af: Wij krijgen bezoek" in sent


def test_a_step_says_what_it_waits_for_and_depends_on(as_viewer, step, later, address):
    work(step, "Stuurt bericht", "Post", wait_days=2, awaited_by=later)
    work(step, "Maakt de akte", order=1, needed_by=later)

    head = texts(page(as_viewer, address).select(f"#stap-{later.pk}"))[0]

    assert "wacht op: Stuurt bericht (2 dagen)" in head
    assert "hangt af van: Maakt de akte" in head


def test_relations_with_steps_of_another_route_are_not_drawn(as_viewer, step, later, address):
    situation = factories.SituationFactory(life_event=step.phase.journey.life_event, name="geen DigiD")
    other = factories.SituationFactory(life_event=step.phase.journey.life_event, name="ongehuwd", order=1)
    factories.StepSituationFactory(step=later, situation=other)
    work(step, "Stuurt bericht", wait_days=2, awaited_by=later)

    found = page(as_viewer, address, situatie=situation.name)

    assert "wacht erop" not in found.select_one(".swim__card").text
    assert not found.select(".swim__relation")


def test_figures_name_the_longest_wait_and_the_busiest_hand_over(as_viewer, step, address):
    first = work(step, "Maakt de akte", "Burgerzaken", work_minutes=60)
    second = work(step, "Stuurt bericht", "Post", order=1, wait_days=1)

    found = page(as_viewer, address)
    figures = {one["data-figure"]: one for one in found.select("[data-figure]")}

    told = {key: " ".join(one.select_one("summary").text.split()) for key, one in figures.items()}
    assert told["handovers"] == "1 overdracht"
    assert told["departments"] == "2 afdelingen aan het werk"
    assert told["waiting"] == "1 dag wachten"
    assert told["work"] == "60 minuten werk"
    assert told["waiting-share"] == "96% van die tijd is wachten"
    assert told["resident-waiting"].startswith("nog niet bekend")
    assert figures["longest-wait"].select_one("a")["href"] == f"#k{second.pk}-processes"
    assert told["busiest-handover"] == "1× van Burgerzaken naar Post"
    assert found.select_one(f"#k{first.pk}-processes")


def test_an_empty_counter_says_what_to_do(as_editor, as_viewer, step, address):
    found = page(as_editor, address)

    assert "Wat doen collega’s als de inwoner niet kijkt?" in texts(found.select("main h2"))
    assert found.select_one(f"#s{step.pk}-processes a")["href"].endswith("/processtappen/nieuw/")
    assert not page(as_viewer, address).select("[data-cell] a")


def test_the_department_leads_to_its_page_only_where_it_has_one(as_viewer, step, address):
    work(step, "Maakt de akte", "Burgerzaken")
    assert page(as_viewer, address).select_one(".swim__lane th a")["href"] == "/afdelingen/burgerzaken/"

    step.phase.journey.kind = "to_be"
    step.phase.journey.save()
    assert not page(as_viewer, address).select(".swim__lane th a")


def in_lens(address: str, cell: str) -> dict[str, str]:
    return HTMX | {"HX-Target": f"td#{cell}", "HX-Current-URL": f"http://testserver{address}"}


def test_a_saved_card_gets_the_focus_in_its_own_cell(as_editor, step, url, address):
    row = work(step, "Maakt de akte")
    asked = in_lens(address, f"k{row.pk}-processes")

    form = parsed(as_editor.get(f"{url}processtappen/{row.pk}/", headers=asked))
    response = as_editor.post(f"{url}processtappen/{row.pk}/", {"title": "Maakt akte"}, headers=asked)

    assert form.select_one("[data-editor]")["id"] == f"k{row.pk}-processes-editor"
    assert f'"k{row.pk}-processes"' in response.headers["HX-Trigger"]
    [lens] = parsed(response).select("hx-partial[hx-target='#lens']")
    assert "Maakt akte" in lens.text


def test_a_new_card_gets_the_focus_where_it_came_to_lie(as_editor, step, url, address):
    asked = in_lens(address, f"s{step.pk}-processes")

    response = as_editor.post(
        f"{url}stappen/{step.pk}/processtappen/nieuw/", {"title": "Belt", "department": "Post"}, headers=asked
    )

    made = step.process_steps.get()
    assert f'"k{made.pk}-processes"' in response.headers["HX-Trigger"]


@pytest.mark.parametrize("steps", [3, 60])
def test_sixty_process_steps_take_no_more_queries(as_editor, waterrijk, steps, django_assert_num_queries):
    journey = import_document(of_size(steps), waterrijk, by=None)
    address = f"{journey.get_absolute_url()}achter-de-balie/"
    as_editor.get(address)

    with django_assert_num_queries(WARM):
        found = as_editor.get(address)

    assert found.content.decode().count("swim__card") == steps


def test_a_stranger_finds_nothing_behind_the_counter(as_stranger, step, address):
    assert as_stranger.get(address).status_code == 404
