"""Steps and phases are changed through plain forms, which htmx opens and saves in place."""

import pytest

from journeys.models import Phase, Step
from tests import factories
from tests.journeys.editing import HTMX, filled, parsed


def test_a_title_and_a_moment_are_saved(as_editor, step, url):
    form = filled(as_editor, f"{url}stappen/{step.pk}/kop/")

    response = as_editor.post(
        f"{url}stappen/{step.pk}/kop/",
        {**form, "title": "Ik bel  de praktijk", "offset_days": "20 weken voor de geboorte"},
    )

    step.refresh_from_db()
    assert response.url == f"{url}#s{step.pk}-head"
    assert (step.title, step.offset_days) == ("Ik bel de praktijk", -140)


def test_texts_are_saved_as_typed(as_editor, step, url):
    form = filled(as_editor, f"{url}stappen/{step.pk}/doen/")

    as_editor.post(f"{url}stappen/{step.pk}/doen/", {**form, "doing": "Belt\nen wacht", "designed": "Online"})

    step.refresh_from_db()
    assert (step.doing.replace("\r\n", "\n"), step.designed) == ("Belt\nen wacht", "Online")


@pytest.mark.parametrize(("typed", "saved"), [("-2", -2), ("0", 0), ("", None)])
def test_a_feeling_is_saved(as_editor, step, url, typed, saved):
    as_editor.post(f"{url}stappen/{step.pk}/gevoel/", {"feeling": typed})

    step.refresh_from_db()
    assert step.feeling == saved


@pytest.mark.parametrize(
    ("part", "field", "typed"),
    [
        ("kop", "title", ""),
        ("kop", "title", "x" * 301),
        ("kop", "offset_days", "ergens in mei"),
        ("kop", "duration_days", "-1"),
        ("kop", "duration_days", "99999999999999"),
        ("doen", "doing", "x" * 10_001),
        ("denken", "needs", "nul\x00teken"),
        ("gevoel", "feeling", "3"),
    ],
)
def test_bad_input_keeps_the_text_and_shows_the_error_beside_it(as_editor, step, url, part, field, typed):
    address = f"{url}stappen/{step.pk}/{part}/"

    response = as_editor.post(address, {**filled(as_editor, address), field: typed}, headers=HTMX)

    page = parsed(response)
    assert response.status_code == 422
    wrong = page.select_one("[data-invalid]")
    assert wrong.select_one(f"[name={field}]")
    assert wrong.select_one(".field__error")
    if part != "gevoel" and "\x00" not in typed:
        box = wrong.select_one(f"[name={field}]")
        assert typed == (box.get("value", "") or box.text.removeprefix("\n"))


def test_htmx_gets_the_form_alone(as_editor, step, url):
    response = as_editor.get(f"{url}stappen/{step.pk}/doen/", headers=HTMX)

    assert not parsed(response).find("html")
    assert parsed(response).select_one("form[method=post] textarea[name=doing]")
    assert "HX-Request" in response["Vary"]


def test_only_the_cells_that_changed_are_drawn_again(as_editor, step, url):
    factories.StepFactory(phase=step.phase, title="Ik wacht", order=1)
    address = f"{url}stappen/{step.pk}/doen/"

    response = as_editor.post(address, {**filled(as_editor, address), "doing": "Mailt"}, headers=HTMX)

    drawn = [partial["hx-target"] for partial in parsed(response).select("hx-partial")]
    assert [target for target in drawn if target.startswith("#s")] == [f"#s{step.pk}-doing"]


def test_the_edited_cell_is_drawn_again_although_nothing_changed(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"

    response = as_editor.post(address, filled(as_editor, address), headers=HTMX)

    assert parsed(response).find("hx-partial", {"hx-target": f"#s{step.pk}-doing"})


def test_the_focus_and_the_announcement_come_along(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"

    response = as_editor.post(address, filled(as_editor, address), headers=HTMX)

    assert f"s{step.pk}-doing" in response["HX-Trigger"]
    assert "announce" in response["HX-Trigger"]


def test_cancelling_draws_the_cell_as_it_is(as_editor, step, url):
    response = as_editor.get(f"{url}stappen/{step.pk}/?vak=doing", headers=HTMX)

    assert "Belt de praktijk" in parsed(response).find("hx-partial", {"hx-target": f"#s{step.pk}-doing"}).text


def test_a_step_is_added_after_another(as_editor, step, url):
    factories.StepFactory(phase=step.phase, title="Ik ga", order=1)

    as_editor.post(f"{url}stappen/nieuw/?na={step.pk}", {"title": "Ik wacht", "offset_days": ""})

    assert [found.title for found in step.phase.steps.all()] == ["Ik bel", "Ik wacht", "Ik ga"]


def test_a_step_is_added_before_another(as_editor, step, url):
    as_editor.post(f"{url}stappen/nieuw/?voor={step.pk}", {"title": "Ik zoek"})

    assert [found.title for found in step.phase.steps.all()] == ["Ik zoek", "Ik bel"]


@pytest.mark.parametrize("place", ["", "?na=0", "?na=abc", "?na=99999999999999999999999", "?fase=x"])
def test_a_step_nowhere_is_not_found(as_editor, url, place):
    assert as_editor.get(f"{url}stappen/nieuw/{place}").status_code == 404


def test_a_step_is_moved(as_editor, step, url):
    other = factories.StepFactory(phase=step.phase, title="Ik ga", order=1)

    as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"richting": "rechts"})

    assert list(step.phase.steps.all()) == [other, step]


def test_a_step_is_deleted_after_asking(as_editor, step, url):
    factories.StepFactory(phase=step.phase, order=1)
    assert "Ik bel" in parsed(as_editor.get(f"{url}stappen/{step.pk}/verwijderen/")).text

    as_editor.post(f"{url}stappen/{step.pk}/verwijderen/")

    assert not Step.objects.filter(pk=step.pk).exists()


def test_the_only_step_of_a_journey_stays(as_editor, step, url):
    response = as_editor.post(f"{url}stappen/{step.pk}/verwijderen/")

    assert response.status_code == 422
    assert Step.objects.filter(pk=step.pk).exists()


def test_a_phase_comes_with_its_first_step(as_editor, step, url):
    as_editor.post(f"{url}fasen/nieuw/", {"name": "Daarna", "first_step": "Ik rust"})

    phase = step.phase.journey.phases.last()
    assert (phase.name, phase.steps.get().title) == ("Daarna", "Ik rust")


def test_a_phase_is_renamed_moved_and_deleted(as_editor, step, url):
    second = factories.PhaseFactory(journey=step.phase.journey, name="Daarna", order=step.phase.order + 1)

    as_editor.post(f"{url}fasen/{second.pk}/", {"name": "Ervoor"})
    as_editor.post(f"{url}fasen/{second.pk}/plaats/", {"richting": "links"})
    assert [phase.name for phase in step.phase.journey.phases.all()] == ["Ervoor", step.phase.name]

    as_editor.post(f"{url}fasen/{second.pk}/verwijderen/")
    assert not Phase.objects.filter(pk=second.pk).exists()


def test_situations_of_a_step_are_chosen(as_editor, step, url):
    situation = factories.SituationFactory(life_event=step.phase.journey.life_event)
    address = f"{url}stappen/{step.pk}/kop/"

    as_editor.post(address, {"title": "Ik bel", "only_for": [situation.pk]})

    assert list(step.only_for.all()) == [situation]


def test_the_history_knows_who_changed_what(as_editor, editor, step, url):
    as_editor.post(f"{url}stappen/{step.pk}/doen/", {"doing": "Mailt"})

    event = step.events.filter(pgh_label="update").last()
    assert (event.doing, event.pgh_context.metadata["user"]) == ("Mailt", editor.pk)


def test_a_step_of_another_journey_is_not_found_here(as_editor, step, waterrijk):
    other = factories.JourneyFactory(organisation=waterrijk)

    assert as_editor.get(f"/klantreizen/{other.pk}/stappen/{step.pk}/kop/").status_code == 404


def test_a_viewer_cannot_change_a_step(as_viewer, step, url):
    assert as_viewer.post(f"{url}stappen/{step.pk}/doen/", {"doing": "Mailt"}).status_code == 403


def test_a_stranger_finds_no_step(as_stranger, step, url):
    assert as_stranger.post(f"{url}stappen/{step.pk}/doen/", {"doing": "Mailt"}).status_code == 404


def test_a_structural_change_draws_no_part_twice(as_editor, step, url):
    response = as_editor.post(f"{url}stappen/nieuw/?na={step.pk}", {"title": "Ik wacht"}, headers=HTMX)

    map_partial = parsed(response).find("hx-partial", {"hx-target": "#map"})
    assert [child["id"] for child in map_partial.find_all(recursive=False)] == ["map"]
    assert not map_partial.select("[id=loose], [id=figures]")


def test_cancelling_the_first_step_of_an_empty_phase_draws_its_head_again(as_editor, waterrijk):
    phase = factories.PhaseFactory(organisation=waterrijk, journey__organisation=waterrijk, name="Leeg")
    base = f"/klantreizen/{phase.journey_id}/"
    opened = parsed(as_editor.get(f"{base}stappen/nieuw/?fase={phase.pk}", headers=HTMX))

    response = as_editor.get(opened.select_one("[data-cancel]")["href"], headers=HTMX)

    assert parsed(response).find("hx-partial", {"hx-target": f"#fase-{phase.pk}"})
    assert not parsed(response).find("html")
