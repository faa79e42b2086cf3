"""Each step and pain says what it rests on, on every lens; a block tells who was heard."""

import pytest
from django.urls import reverse

from tests import factories
from tests.pages import page, texts


def evidence(thing, *kinds, **fields):
    """A finding of each kind about a step or a pain."""
    step = getattr(thing, "step", thing)
    about = "step" if step is thing else "pain"
    for kind in kinds:
        finding = factories.FindingFactory(organisation=thing.organisation, kind=kind, **fields)
        row = factories.EvidenceFactory(journey=step.phase.journey, finding=finding)
        factories.EvidenceAboutFactory(evidence=row, **{about: thing})


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "aanname"),
        (("desk",), "aanname"),
        (("resident", "resident"), "één soort bron"),
        (("resident", "measured"), "meer soorten bronnen"),
    ],
)
@pytest.mark.parametrize("lens", ["", "lijst/"])
def test_a_step_says_in_words_what_it_rests_on(as_viewer, step, url, lens, kinds, words):
    evidence(step, *kinds)
    mark = page(as_viewer, url + lens).select_one(f"#stap-{step.pk} .evidence")
    assert mark.text.startswith(words)
    assert mark.select_one("svg.icon")


def test_a_pain_says_so_too_and_in_the_panel(as_viewer, step, url):
    evidence(factories.PainFactory(step=step), "staff")
    for address in (url, f"{url}lijst/", f"{url}stappen/{step.pk}/"):
        marks = texts(page(as_viewer, address).select(".evidence"))
        assert [mark for mark in marks if mark.startswith("één soort bron")], address


KINDS = [
    ((), "none"),
    (("staff",), "single"),
    (("resident", "measured"), "several"),
]


@pytest.mark.parametrize(("kinds", "rests_on"), KINDS)
def test_true_to_scale_the_label_of_a_step_says_so_too(as_viewer, step, url, kinds, rests_on):
    type(step).objects.filter(pk=step.pk).update(offset_days=1)
    evidence(step, *kinds)
    mark = page(as_viewer, f"{url}op-tijd/").select_one(".moment__title .evidence")
    assert mark["data-evidence"] == rests_on
    assert mark.select_one("svg.icon")
    assert mark.select_one(".visually-hidden")


@pytest.mark.parametrize(("kinds", "rests_on"), KINDS)
def test_a_pain_true_to_scale_says_so(as_viewer, step, url, kinds, rests_on):
    type(step).objects.filter(pk=step.pk).update(offset_days=1)
    evidence(factories.PainFactory(step=step), *kinds)
    [mark] = page(as_viewer, f"{url}op-tijd/").select(".moment__pains .evidence")
    assert mark["data-evidence"] == rests_on


def test_true_to_scale_it_counts_how_many_pains_rest_on_what(as_viewer, step, url):
    type(step).objects.filter(pk=step.pk).update(offset_days=1)
    evidence(factories.PainFactory(step=step), "staff")
    factories.PainFactory.create_batch(2, step=step)
    words = page(as_viewer, f"{url}op-tijd/").select_one(".moment__pains").text
    assert " ".join(words.split()) == "3 knelpunten aanname: 2 één soort bron: 1"


@pytest.mark.parametrize(("kinds", "rests_on"), KINDS)
def test_a_pain_in_its_group_says_so(as_viewer, step, url, kinds, rests_on):
    evidence(factories.PainFactory(step=step), *kinds)
    mark = page(as_viewer, f"{url}knelpunten/").select_one(".pains__what .evidence")
    assert mark["data-evidence"] == rests_on


@pytest.mark.parametrize(("kinds", "rests_on"), KINDS)
def test_a_step_and_its_pains_in_the_table_say_so(as_viewer, step, url, kinds, rests_on):
    evidence(step, *kinds)
    evidence(factories.PainFactory(step=step), *kinds)
    row = page(as_viewer, f"{url}tabel/").select_one(f"#stap-{step.pk}")
    for column in ("titel", "knelpunten"):
        [mark] = row.select(f"[data-column={column}] .evidence")
        assert mark["data-evidence"] == rests_on


@pytest.mark.parametrize(("kinds", "rests_on"), KINDS)
def test_a_step_and_a_pain_behind_the_counter_say_so(as_viewer, step, url, kinds, rests_on):
    evidence(step, *kinds)
    process = factories.ProcessStepFactory(step=step)
    evidence(factories.PainFactory(step=step, process_step=process), *kinds)
    marks = page(as_viewer, f"{url}achter-de-balie/").select("#swim .evidence")
    assert [mark["data-evidence"] for mark in marks] == [rests_on, rests_on]


@pytest.mark.parametrize(("kinds", "rests_on"), KINDS)
def test_a_step_behind_a_figure_says_so(as_viewer, step, url, kinds, rests_on):
    evidence(step, *kinds)
    marks = page(as_viewer, f"{url}inzichten/").select(".insight__steps .evidence")
    assert {mark["data-evidence"] for mark in marks} == {rests_on}


@pytest.mark.parametrize(("kinds", "rests_on"), KINDS)
def test_steps_and_pains_that_are_compared_say_so(as_viewer, step, kinds, rests_on):
    evidence(step, *kinds)
    evidence(factories.PainFactory(step=step), *kinds)
    found = page(as_viewer, reverse("journeys:comparison"), reis=[step.phase.journey_id])
    marks = found.select("tbody .evidence--icon")
    assert [mark["data-evidence"] for mark in marks] == [rests_on, rests_on]


def test_who_was_heard_counts_people(as_viewer, step, url):
    evidence(step, "resident", people=8)
    evidence(step, "resident", people=None)
    evidence(step, "staff", people=3)
    words = page(as_viewer, url).select_one("#heard").text
    assert "9 inwoners" in words
    assert "3 medewerkers" in words
    assert "100%" in words


def test_where_nobody_was_heard_it_says_what_to_do(as_viewer, step, url):
    assert "Nog niemand" in page(as_viewer, url).select_one("#heard").text


def test_a_new_finding_draws_the_block_again(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/bevindingen/nieuw/"
    sent = {"text": "Gehoord", "kind": "resident", "people": 4, "about": f"step-{step.pk}"}
    htmx = {
        "HX-Request": "true",
        "HX-Target": f"div#s{step.pk}-head-editor",
        "HX-Current-URL": f"http://testserver{url}",
    }
    body = as_editor.post(address, sent, headers=htmx).content.decode()
    assert 'hx-target="#heard"' in body
    assert "4 inwoners" in body
