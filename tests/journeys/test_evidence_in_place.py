"""A finding is added or linked in the cell where someone is at work."""

import pytest

from journeys.models import EvidenceAbout
from tests import factories
from tests.journeys.editing import HTMX, parsed
from tests.pages import page, texts


@pytest.fixture
def pain(step):
    return factories.PainFactory(step=step, text="Niemand vertelt het")


@pytest.fixture
def finding(waterrijk):
    return factories.FindingFactory(organisation=waterrijk, text="Beide ouders wisten het niet")


def at(cell: str, url: str = "", step=None) -> dict[str, str]:
    here = {"HX-Current-URL": f"http://testserver{url}stappen/{step.pk}/"} if step else {}
    return HTMX | here | {"HX-Target": f"div#{cell}"}


def drawn(response) -> set[str]:
    return {part["hx-target"] for part in parsed(response).select("hx-partial")}


def test_a_pain_gets_a_finding_in_its_own_cell(as_editor, step, pain, url):
    address = f"{url}stappen/{step.pk}/bevindingen/nieuw/?knelpunt={pain.pk}"
    form = parsed(as_editor.get(address, headers=at(f"s{step.pk}-pains-editor")))
    assert form.select_one("[name=about][checked]")["value"] == f"pain-{pain.pk}"

    response = as_editor.post(
        address,
        {"text": "Gehoord", "kind": "resident", "about": f"pain-{pain.pk}"},
        headers=at(f"s{step.pk}-pains-editor"),
    )

    assert EvidenceAbout.objects.get().pain == pain
    assert f"#s{step.pk}-pains" in drawn(response)
    assert "1 bevinding" in parsed(response).select_one(".card--pain").text


def test_a_known_finding_is_linked_in_the_panel(as_editor, step, finding, url):
    cell = f"p{step.pk}-findings"
    response = as_editor.post(
        f"{url}stappen/{step.pk}/bevindingen/koppelen/",
        {"finding": finding.pk, "about": f"step-{step.pk}"},
        headers=at(f"{cell}-editor", url, step),
    )

    assert EvidenceAbout.objects.get().step == step
    assert {f"#{cell}", f"#s{step.pk}-head", f"#p{step.pk}-head"} <= drawn(response)
    assert cell in response.headers["HX-Trigger"]


def test_the_head_of_a_step_tells_how_many_findings_there_are(as_viewer, step, finding, url):
    evidence = factories.EvidenceFactory(journey=step.phase.journey, finding=finding)
    factories.EvidenceAboutFactory(evidence=evidence, step=step)

    assert texts(page(as_viewer, url).select(".cell__evidence .evidence__findings")) == ["· 1 bevinding"]


def test_linking_the_same_again_changes_nothing(as_editor, step, finding, url):
    for _time in range(2):
        as_editor.post(
            f"{url}stappen/{step.pk}/bevindingen/koppelen/",
            {"finding": finding.pk, "about": f"step-{step.pk}"},
        )

    assert EvidenceAbout.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"finding": ""}, {"about": "pain-0"}, {"finding": "0"}])
def test_a_wrong_link_is_refused(as_editor, step, finding, url, wrong):
    chosen = {"finding": finding.pk, "about": f"step-{step.pk}"}

    response = as_editor.post(f"{url}stappen/{step.pk}/bevindingen/koppelen/", chosen | wrong)

    assert response.status_code == 422
    assert not EvidenceAbout.objects.exists()


def test_a_finding_of_another_organisation_cannot_be_linked(as_editor, step, url, elsewhere):
    theirs = factories.FindingFactory(organisation=elsewhere)
    chosen = {"finding": theirs.pk, "about": f"step-{step.pk}"}

    response = as_editor.post(f"{url}stappen/{step.pk}/bevindingen/koppelen/", chosen)

    assert response.status_code == 422


def test_who_cancels_in_the_panel_gets_the_findings_back(as_editor, step, url):
    cell = f"p{step.pk}-findings"

    response = as_editor.get(f"{url}stappen/{step.pk}/?vak=findings", headers=at(f"{cell}-editor", url, step))

    assert drawn(response) == {f"#{cell}"}


def test_a_viewer_links_nothing(as_viewer, step, finding, url):
    chosen = {"finding": finding.pk, "about": f"step-{step.pk}"}

    assert as_viewer.post(f"{url}stappen/{step.pk}/bevindingen/koppelen/", chosen).status_code == 403


def test_a_stranger_finds_nothing(as_stranger, step, url):
    assert as_stranger.get(f"{url}stappen/{step.pk}/bevindingen/koppelen/").status_code == 404
