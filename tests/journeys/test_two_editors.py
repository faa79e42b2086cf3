"""Two people in one journey: nothing that someone wrote is overwritten unseen."""

from journeys.models import Step
from tests import factories
from tests.journeys.editing import HTMX, filled, parsed


def test_newer_text_of_someone_else_is_shown_and_not_overwritten(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    mine = filled(as_editor, address)
    Step.objects.filter(pk=step.pk).update(doing="Van een ander")

    response = as_editor.post(address, {**mine, "doing": "Van mij"}, headers=HTMX)

    step.refresh_from_db()
    assert response.status_code == 422
    assert step.doing == "Van een ander"
    assert "Van een ander" in parsed(response).select_one(".theirs").text
    assert parsed(response).select_one("textarea[name=doing]").text.strip() == "Van mij"


def test_newer_text_in_a_field_that_was_not_touched_stays(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    mine = filled(as_editor, address)
    Step.objects.filter(pk=step.pk).update(designed="Van een ander")

    response = as_editor.post(address, {**mine, "doing": "Van mij"}, headers=HTMX)

    step.refresh_from_db()
    assert response.status_code == 200
    assert (step.doing, step.designed) == ("Van mij", "Van een ander")


def test_times_that_were_not_touched_stay_as_another_made_them(as_editor, step, url):
    Step.objects.filter(pk=step.pk).update(offset_days=-140, duration_days=2)
    address = f"{url}stappen/{step.pk}/kop/"
    mine = filled(as_editor, address)
    Step.objects.filter(pk=step.pk).update(offset_days=-70, duration_days=5)

    response = as_editor.post(address, {**mine, "title": "Ik mail"}, headers=HTMX)

    step.refresh_from_db()
    assert response.status_code == 200
    assert (step.title, step.offset_days, step.duration_days) == ("Ik mail", -70, 5)


def test_situations_that_another_chose_meanwhile_stay(as_editor, step, url):
    situation = factories.SituationFactory(life_event=step.phase.journey.life_event)
    address = f"{url}stappen/{step.pk}/kop/"
    mine = {name: value for name, value in filled(as_editor, address).items() if name != "only_for"}
    step.only_for.add(situation, through_defaults={"organisation": step.organisation})

    as_editor.post(address, {**mine, "title": "Ik mail"}, headers=HTMX)

    assert list(step.only_for.all()) == [situation]


def test_the_same_change_by_two_people_is_no_conflict(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    mine = filled(as_editor, address)
    Step.objects.filter(pk=step.pk).update(doing="Hetzelfde")

    assert as_editor.post(address, {**mine, "doing": "Hetzelfde"}, headers=HTMX).status_code == 200


def test_line_ends_of_a_browser_are_no_change(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    Step.objects.filter(pk=step.pk).update(doing="Belt\nen wacht")
    mine = {name: value.replace("\n", "\r\n") for name, value in filled(as_editor, address).items()}

    as_editor.post(address, {**mine, "designed": "Online"})

    step.refresh_from_db()
    assert (step.doing, step.designed) == ("Belt\nen wacht", "Online")


def test_after_seeing_it_the_newer_text_can_be_replaced(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    mine = filled(as_editor, address)
    Step.objects.filter(pk=step.pk).update(doing="Van een ander")
    refused = as_editor.post(address, {**mine, "doing": "Van mij"}, headers=HTMX)
    seen = parsed(refused).select_one("[name=initial-doing]")["value"]

    as_editor.post(address, {**mine, "doing": "Van mij", "initial-doing": seen}, headers=HTMX)

    step.refresh_from_db()
    assert step.doing == "Van mij"


def test_edits_of_different_cells_never_conflict(as_editor, step, url):
    doing, thinking = f"{url}stappen/{step.pk}/doen/", f"{url}stappen/{step.pk}/denken/"
    first, second = filled(as_editor, doing), filled(as_editor, thinking)

    as_editor.post(doing, {**first, "doing": "Mailt"})
    as_editor.post(thinking, {**second, "thinking": "Spannend"})

    step.refresh_from_db()
    assert (step.doing, step.thinking) == ("Mailt", "Spannend")


def conflict(client, address: str, mine: dict, **typed: str) -> str:
    """What the form says where both changed the same field."""
    response = client.post(address, {**mine, **typed}, headers=HTMX)
    assert response.status_code == 422
    return parsed(response).select_one(".theirs").get_text()


def test_a_choice_of_another_is_told_in_words(as_editor, step, url):
    pain = factories.PainFactory(step=step, severity=1)
    address = f"{url}knelpunten/{pain.pk}/"
    mine = filled(as_editor, address)
    type(pain).objects.filter(pk=pain.pk).update(severity=3)

    assert str(type(pain).Severity.SEVERE.label) in conflict(as_editor, address, mine, severity="2")


def test_a_touchpoint_that_another_chose_is_told_by_its_name(as_editor, step, url, waterrijk):
    encounter = factories.EncounterFactory(step=step)
    address = f"{url}ontmoetingen/{encounter.pk}/"
    mine = filled(as_editor, address)
    ours, theirs = factories.TouchpointFactory.create_batch(2, organisation=waterrijk)
    type(encounter).objects.filter(pk=encounter.pk).update(touchpoint=theirs)

    assert theirs.name in conflict(as_editor, address, mine, touchpoint=ours.name)


def test_situations_that_both_changed_are_told_and_can_be_replaced(as_editor, step, url):
    ours, theirs, also = factories.SituationFactory.create_batch(3, life_event=step.phase.journey.life_event)
    address = f"{url}stappen/{step.pk}/kop/"
    mine = {name: value for name, value in filled(as_editor, address).items() if name != "only_for"}
    for situation in (theirs, also):
        step.only_for.add(situation, through_defaults={"organisation": step.organisation})

    refused = as_editor.post(address, {**mine, "only_for": [ours.pk]}, headers=HTMX)
    seen = [field["value"] for field in parsed(refused).select("[name=initial-only_for]")]
    assert f"{theirs.name}, {also.name}" in parsed(refused).select_one(".theirs").get_text()

    as_editor.post(address, {**mine, "only_for": [ours.pk], "initial-only_for": seen}, headers=HTMX)
    assert list(step.only_for.all()) == [ours]


def test_choosing_another_touchpoint_alone_is_no_conflict(as_editor, step, url, waterrijk):
    encounter = factories.EncounterFactory(step=step)
    address = f"{url}ontmoetingen/{encounter.pk}/"
    mine = filled(as_editor, address)
    other = factories.TouchpointFactory(organisation=waterrijk)

    assert as_editor.post(address, {**mine, "touchpoint": other.name}, headers=HTMX).status_code == 200

    encounter.refresh_from_db()
    assert encounter.touchpoint == other


def test_the_other_text_can_be_taken(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    mine = {**filled(as_editor, address), "doing": "Van mij", "designed": "Ook van mij"}
    Step.objects.filter(pk=step.pk).update(doing="Van een ander")
    refused = parsed(as_editor.post(address, mine, headers=HTMX))
    assert [button["value"] for button in refused.select("button[name=take]")] == ["doing"]
    seen = {"initial-doing": refused.select_one("[name=initial-doing]")["value"]}

    as_editor.post(address, {**mine, **seen, "take": "doing"}, headers=HTMX)

    step.refresh_from_db()
    assert (step.doing, step.designed) == ("Van een ander", "Ook van mij")


def test_of_two_conflicts_one_is_chosen_at_a_time(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    mine = {**filled(as_editor, address), "doing": "Van mij", "designed": "Ook van mij"}
    Step.objects.filter(pk=step.pk).update(doing="Van een ander", designed="Ook van een ander")
    seen = {"initial-doing": "Van een ander", "initial-designed": "Ook van een ander"}
    both = {"conflict": ["doing", "designed"]}

    first = as_editor.post(address, {**mine, **seen, **both, "take": "doing"}, headers=HTMX)
    assert first.status_code == 422
    form = parsed(first)
    assert form.select_one("[name=doing]").text.strip() == "Van een ander"
    assert form.select_one("[name=designed]").text.strip() == "Ook van mij"
    assert [block["value"] for block in form.select("[name=conflict]")] == ["designed"]

    taken = {**mine, **seen, "doing": "Van een ander", "conflict": ["designed"], "keep": "designed"}
    as_editor.post(address, taken, headers=HTMX)
    step.refresh_from_db()
    assert (step.doing, step.designed) == ("Van een ander", "Ook van mij")


def test_who_wrote_the_other_text_is_told(as_editor, as_administrator, administrator, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    mine = filled(as_editor, address)
    as_administrator.post(address, {**filled(as_administrator, address), "doing": "Van een ander"})

    refused = as_editor.post(address, {**mine, "doing": "Van mij"}, headers=HTMX)

    assert str(administrator) in parsed(refused).select_one(".theirs__who").text
