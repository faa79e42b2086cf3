"""The history of a journey: in words, with each point to look at, to name and to bring back."""

import pytest

from journeys.changes import changing
from journeys.models import Change, Journey, Pain, Step
from journeys.ordering import append
from journeys.undoing import undo
from organisations.listing import ROWS
from tests import factories
from tests.journeys.editing import HTMX, filled, parsed


@pytest.fixture
def journey(step) -> Journey:
    return step.phase.journey


def add_pain(step: Step, by, text: str = "Niemand weet wie erover gaat") -> Pain:
    pain = Pain(organisation=step.organisation, step=step, text=text)
    with changing(step.phase.journey, by=by):
        append(pain, Pain.objects.filter(step=step))
    return pain


def lines(client, url: str) -> list[str]:
    page = parsed(client.get(f"{url}geschiedenis/"))
    return [" ".join(line.text.split()) for line in page.select(".history__words")]


def test_a_change_is_told_in_words_with_its_time_and_who(as_editor, editor, step, url):
    add_pain(step, editor)

    [line] = lines(as_editor, url)

    assert "· knelpunt toegevoegd bij stap 1 ·" in line
    assert str(editor) in line


def test_a_step_that_is_gone_is_told_by_its_title(as_editor, editor, step, url):
    factories.StepFactory(phase=step.phase, order=1)
    with changing(step.phase.journey, by=editor):
        step.remove()

    assert "stap verwijderd: “Ik bel”" in lines(as_editor, url)[0]


def test_what_has_no_name_is_told_without_quotes(as_editor, editor, step, journey, url):
    pain = add_pain(step, editor)
    improvement = factories.ImprovementFactory(journey=journey, organisation=step.organisation)
    with changing(journey, by=editor):
        improvement.addresses.add(pain, through_defaults={"organisation": step.organisation})

    line = lines(as_editor, url)[0]
    assert "aangepakte knelpunten gewijzigd ·" in line
    assert "“" not in line


def test_what_is_undone_is_told_as_such(as_editor, editor, step, journey, url):
    add_pain(step, editor)
    undo(journey, editor)

    assert "ongedaan gemaakt: knelpunt toegevoegd bij stap 1" in lines(as_editor, url)[0]


def test_a_text_is_told_by_its_name(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    as_editor.post(address, {**filled(as_editor, address), "doing": "Mailt"})

    assert "doen gewijzigd bij stap 1" in lines(as_editor, url)[0]


def test_names_and_texts_are_escaped(as_editor, editor, step, url):
    factories.StepFactory(phase=step.phase, order=1)
    with changing(step.phase.journey, by=editor):
        Step.objects.filter(pk=step.pk).update(title="<script>x</script>")
    with changing(step.phase.journey, by=editor):
        Step.objects.get(pk=step.pk).remove()

    assert b"<script>x" not in as_editor.get(f"{url}geschiedenis/").content


def test_an_older_state_can_be_seen_and_changes_nothing(as_editor, editor, step, journey, url):
    first = add_pain(step, editor, "Het eerste")
    point = journey.changes.get()
    add_pain(step, editor, "Het tweede")

    page = as_editor.get(f"{url}geschiedenis/{point.pk}/").content.decode()

    assert "Het eerste" in page
    assert "Het tweede" not in page
    assert f"knelpunten/{first.pk}/" not in page
    assert step.pains.count() == 2


def test_an_older_state_is_brought_back_as_a_new_change(as_editor, editor, step, journey, url):
    add_pain(step, editor, "Het eerste")
    point = journey.changes.get()
    add_pain(step, editor, "Het tweede")

    as_editor.post(f"{url}geschiedenis/{point.pk}/terug/")

    assert [pain.text for pain in step.pains.all()] == ["Het eerste"]
    assert journey.changes.newest_first().first().kind == Change.Kind.RESTORE
    undo(journey, editor)
    assert step.pains.count() == 2


def test_an_older_state_comes_back_without_what_was_deleted_elsewhere(as_editor, editor, step, journey, url):
    add_pain(step, editor)
    with changing(journey, by=editor):
        encounter = factories.EncounterFactory(step=step)
    before = journey.changes.last()
    with changing(journey, by=editor):
        encounter.remove()
        Pain.objects.all().delete()
    encounter.touchpoint.delete()

    seen = as_editor.get(f"{url}geschiedenis/{before.pk}/")
    as_editor.post(f"{url}geschiedenis/{before.pk}/terug/")

    assert "Niemand weet wie erover gaat" in seen.content.decode()
    assert step.pains.count() == 1
    assert not step.encounters.exists()


def test_a_point_gets_a_name(as_editor, editor, step, journey, url):
    add_pain(step, editor)
    point = journey.changes.get()

    as_editor.post(f"{url}geschiedenis/{point.pk}/naam/", {"name": "Na de sessie"})

    page = parsed(as_editor.get(f"{url}geschiedenis/"))
    assert page.select_one(".history__name").text.strip() == "Na de sessie"


def test_who_named_a_point_comes_back_to_its_line(as_editor, editor, step, journey, url):
    for _number in range(ROWS + 1):
        add_pain(step, editor)
    oldest = journey.changes.newest_first().last()

    named = as_editor.post(f"{url}geschiedenis/{oldest.pk}/naam/", {"name": "Het begin"})

    assert named.url == f"{url}geschiedenis/?pagina=2#wijziging-{oldest.pk}"
    line = parsed(as_editor.get(named.url)).find(id=f"wijziging-{oldest.pk}")
    assert "Het begin" in line.text


def test_a_viewer_sees_the_history_and_cannot_bring_back(as_viewer, editor, step, journey, url):
    add_pain(step, editor)
    point = journey.changes.get()

    page = parsed(as_viewer.get(f"{url}geschiedenis/{point.pk}/"))

    assert not page.select("form[action*=terug]")
    assert as_viewer.post(f"{url}geschiedenis/{point.pk}/terug/").status_code == 403
    assert as_viewer.post(f"{url}ongedaan/").status_code == 403


def test_undo_draws_the_cell_again_and_says_what_was_undone(as_editor, editor, step, url):
    add_pain(step, editor)

    response = as_editor.post(f"{url}ongedaan/", headers=HTMX)

    targets = [part["hx-target"] for part in parsed(response).select("hx-partial")]
    assert f"#s{step.pk}-pains" in targets
    assert "knelpunt toegevoegd bij stap 1" in parsed(response).select_one("#change-said").text
    assert not step.pains.exists()


def test_undo_without_javascript_goes_back_to_the_map(as_editor, editor, step, url):
    add_pain(step, editor)

    response = as_editor.post(f"{url}ongedaan/", follow=True)

    assert "Ongedaan gemaakt" in response.content.decode()
    assert not step.pains.exists()


def test_redo_brings_it_back(as_editor, editor, step, journey, url):
    pain = add_pain(step, editor)
    undo(journey, editor)

    as_editor.post(f"{url}opnieuw/", headers=HTMX)

    assert step.pains.get() == pain


def test_undo_says_why_it_cannot(as_editor, editor, facilitator, step, url):
    pain = add_pain(step, editor)
    with changing(step.phase.journey, by=facilitator):
        Pain.objects.filter(pk=pain.pk).update(text="Van een ander")

    response = as_editor.post(f"{url}ongedaan/", headers=HTMX)

    assert "heeft er daarna aan gewerkt" in parsed(response).select_one("#change-said").text
    assert step.pains.get().text == "Van een ander"


@pytest.mark.parametrize("number", ["x", "-1", "9" * 30, "٣"])
def test_a_number_that_is_none_is_no_reason_to_fail(as_editor, editor, step, url, number):
    add_pain(step, editor)

    assert as_editor.post(f"{url}ongedaan/", {"wijziging": number}, headers=HTMX).status_code == 200


def test_the_history_takes_as_many_queries_for_many_changes(
    as_editor, editor, step, url, django_assert_max_num_queries
):
    for number in range(12):
        add_pain(step, editor, f"Knelpunt {number}")

    with django_assert_max_num_queries(12):
        as_editor.get(f"{url}geschiedenis/")


def test_a_text_draws_its_cell_alone(as_editor, step, url):
    as_editor.get(url)
    address = f"{url}stappen/{step.pk}/doen/"

    response = as_editor.post(address, {**filled(as_editor, address), "doing": "Mailt"}, headers=HTMX)

    targets = [part["hx-target"] for part in parsed(response).select("hx-partial")]
    assert targets == ["#change-bar", f"#s{step.pk}-doing"]
