"""Several steps are moved, duplicated or deleted at once, as one change."""

import pytest

from journeys.models import Step
from tests import factories
from tests.journeys.editing import HTMX, parsed
from tests.pages import page, texts


@pytest.fixture
def journey(step):
    """“Ik bel”, b, c and then d, e."""
    journey = step.phase.journey
    second = factories.PhaseFactory(journey=journey, name="Daarna", order=step.phase.order + 1)
    for phase, titles in ((step.phase, "bc"), (second, "de")):
        for title in titles:
            factories.StepFactory(phase=phase, title=title, order=phase.steps.count())
    return journey


def named(*titles: str) -> list[int]:
    return [Step.objects.get(title=title).pk for title in titles]


def route(journey) -> list[list[str]]:
    return [[step.title for step in phase.steps.all()] for phase in journey.phases.all()]


def asking(numbers: list[int]) -> str:
    return "?" + "&".join(f"stap={number}" for number in numbers)


def test_what_is_ticked_leads_to_the_list_of_places(as_editor, journey, url):
    response = as_editor.post(f"{url}keuze/", {"stap": named("b", "d"), "doe": "plaats"})

    assert response.url == f"{url}keuze/plaats/{asking(named('b', 'd'))}"
    options = parsed(as_editor.get(response.url)).select("select option")
    assert len(options) == 2 + 3


def test_several_steps_move_together(as_editor, journey, url):
    as_editor.post(f"{url}keuze/plaats/{asking(named('b', 'd'))}", {"place": f"after-{named('e')[0]}"})

    assert route(journey) == [["Ik bel", "c"], ["e", "b", "d"]]


@pytest.mark.parametrize(
    ("chosen", "way", "after"),
    [
        ("bc", "links", [["b", "c", "Ik bel"], ["d", "e"]]),
        ("bd", "links", [["b", "Ik bel", "c", "d"], ["e"]]),
        ("bc", "rechts", [["Ik bel"], ["b", "c", "d", "e"]]),
        ("bd", "rechts", [["Ik bel", "c", "b"], ["e", "d"]]),
    ],
)
def test_each_chosen_step_goes_one_place_further(as_editor, journey, url, chosen, way, after):
    data = {"stap": named(*chosen), "doe": way}

    response = as_editor.post(f"{url}keuze/", data, headers=HTMX)

    assert route(journey) == after
    assert str(named(chosen[0])[0]) in response["HX-Trigger"]


def test_at_the_end_none_of_the_chosen_steps_moves(as_editor, journey, url):
    before = route(journey)

    response = as_editor.post(f"{url}keuze/", {"stap": named("b", "e"), "doe": "rechts"}, headers=HTMX)

    assert "kan niet verder" in parsed(response).text
    assert route(journey) == before


def test_moving_all_of_a_phase_is_refused_with_words_and_the_choice_kept(as_editor, journey, url):
    address = f"{url}keuze/plaats/{asking(named('d', 'e'))}"

    response = as_editor.post(address, {"place": f"after-{named('b')[0]}"}, headers=HTMX)

    page = parsed(response)
    assert response.status_code == 422
    assert "“Daarna”" in page.select_one(".field__error").text
    assert page.select_one("option[selected]")["value"] == f"after-{named('b')[0]}"
    assert route(journey)[1] == ["d", "e"]


def test_several_steps_are_duplicated(as_editor, journey, url):
    response = as_editor.post(f"{url}keuze/", {"stap": named("b", "c"), "doe": "kopie"}, headers=HTMX)

    assert route(journey) == [["Ik bel", "b", "c", "b", "c"], ["d", "e"]]
    assert "choiceDone" in response["HX-Trigger"]


def test_a_whole_phase_is_ticked_at_once(as_editor, journey, url):
    second = journey.phases.last()

    response = as_editor.post(f"{url}keuze/", {"fase": second.pk, "doe": "verwijderen"})

    assert response.url == f"{url}keuze/verwijderen/{asking(named('d', 'e'))}"


def test_deleting_asks_and_says_which_phase_goes_too(as_editor, journey, url):
    address = f"{url}keuze/verwijderen/{asking(named('c', 'd', 'e'))}"

    assert "‘Daarna’" in parsed(as_editor.get(address)).text
    as_editor.post(address)

    assert route(journey) == [["Ik bel", "b"]]


def test_what_is_deleted_is_named_in_the_question_and_after_it(as_editor, journey, url):
    address = f"{url}keuze/verwijderen/{asking(named('b', 'c'))}"

    asked = parsed(as_editor.get(address))
    assert asked.select_one("h1").get_text(strip=True) == "2 stappen verwijderen?"
    assert "‘b’, ‘c’" in asked.text
    assert "‘b’, ‘c’" in as_editor.post(address, headers=HTMX).content.decode()


@pytest.mark.parametrize("address", ["keuze/plaats/{asked}", "stappen/{pk}/plaats/"])
def test_the_button_says_that_it_moves(as_editor, journey, step, url, address):
    form = page(as_editor, url + address.format(asked=asking([step.pk]), pk=step.pk))

    assert texts(form.select("main .form__actions button")) == ["Verplaatsen"]


def test_not_all_steps_are_deleted(as_editor, journey, url):
    address = f"{url}keuze/verwijderen/{asking(named('Ik bel', *'bcde'))}"

    assert as_editor.post(address).status_code == 422
    assert len(route(journey)) == 2


def test_one_action_is_one_change(as_editor, journey, url):
    as_editor.post(f"{url}keuze/verwijderen/{asking(named('c', 'd', 'e'))}")

    contexts = Step.pgh_event_model.objects.filter(pgh_label="delete").values_list("pgh_context", flat=True)
    assert (len(contexts), len(set(contexts))) == (3, 1)


@pytest.mark.parametrize("numbers", [[], ["x"], [0], ["9" * 30]])
def test_nothing_ticked_is_not_found(as_editor, journey, url, numbers):
    assert as_editor.post(f"{url}keuze/", {"stap": numbers, "doe": "kopie"}).status_code == 404
    assert as_editor.get(f"{url}keuze/plaats/{asking(numbers)}").status_code == 404


def test_steps_of_elsewhere_are_left_alone(as_editor, journey, url, elsewhere):
    other = factories.StepFactory(organisation=elsewhere, phase__journey__organisation=elsewhere)

    assert as_editor.post(f"{url}keuze/", {"stap": [other.pk], "doe": "kopie"}).status_code == 404
    assert Step.objects.filter(phase=other.phase).count() == 1


def test_who_only_looks_or_is_a_stranger_does_nothing(as_viewer, as_stranger, journey, url):
    data = {"stap": named("b"), "doe": "kopie"}

    assert as_viewer.post(f"{url}keuze/", data).status_code == 403
    assert as_stranger.post(f"{url}keuze/", data).status_code == 404
    assert 'form="choice"' not in as_viewer.get(url).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow_with_what_is_chosen(
    as_editor, journey, step, url, count, django_assert_max_num_queries
):
    rows = [factories.StepFactory(phase=step.phase, order=order) for order in range(3, 3 + count)]

    with django_assert_max_num_queries(75):
        as_editor.post(f"{url}keuze/", {"stap": [row.pk for row in rows], "doe": "kopie"}, headers=HTMX)
