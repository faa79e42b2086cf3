import pytest
from django.urls import reverse

from personas.models import Finding
from tests.factories import (
    EvidenceAboutFactory,
    EvidenceFactory,
    FindingFactory,
    InterviewFactory,
    PainFactory,
    StepFactory,
)
from tests.pages import links, page, row_headers, soup, values, wrong_fields

LIST, NEW = reverse("personas:finding-list"), reverse("personas:finding-new")
ANSWERS = {"text": "Zes van de acht wisten het niet.", "kind": "resident", "source": "Wachtkamer"}


def address(finding: Finding, action: str) -> str:
    return reverse(f"personas:finding-{action}", args=[finding.pk])


def about_a_pain(finding: Finding) -> PainFactory:
    """A pain that the finding is about."""
    pain = PainFactory(step=StepFactory(phase__journey__organisation=finding.organisation))
    evidence = EvidenceFactory(journey=pain.step.phase.journey, finding=finding)
    EvidenceAboutFactory(evidence=evidence, pain=pain)
    return pain


def test_list_is_newest_first_and_searched_by_text_source_and_interview(as_viewer, waterrijk):
    interview = InterviewFactory(organisation=waterrijk, code="G07")
    FindingFactory(organisation=waterrijk, text="Oud", source="Wachtkamer")
    FindingFactory(organisation=waterrijk, text="Nieuw", interview=interview)
    assert row_headers(page(as_viewer, LIST)) == ["Nieuw", "Oud"]
    assert row_headers(page(as_viewer, LIST, zoek="wachtkamer")) == ["Oud"]
    assert row_headers(page(as_viewer, LIST, zoek="nieuw")) == ["Nieuw"]


def test_list_shows_one_kind(as_viewer, waterrijk):
    FindingFactory(organisation=waterrijk, text="Gehoord", kind="resident")
    FindingFactory(organisation=waterrijk, text="Gelezen", kind="desk")
    assert row_headers(page(as_viewer, LIST, soort="resident")) == ["Gehoord"]
    assert len(row_headers(page(as_viewer, LIST, soort="anders"))) == 2


def test_empty_list_teaches_and_only_an_editor_may_begin(as_editor, as_viewer):
    assert NEW in links(page(as_editor, LIST).select_one(".empty"))
    assert not links(page(as_viewer, LIST).select_one(".empty"))


def test_finding_is_written_down(as_editor, waterrijk):
    interview = InterviewFactory(organisation=waterrijk)
    response = as_editor.post(NEW, ANSWERS | {"interview": interview.pk})
    finding = waterrijk.findings.get()
    assert response.url == finding.get_absolute_url()
    assert (finding.text, finding.kind, finding.interview) == (ANSWERS["text"], "resident", interview)


@pytest.mark.parametrize(
    ("field", "text"),
    [("text", ""), ("kind", "gossip"), ("interview", "999"), ("people", "-1"), ("found_on", "ooit")],
)
def test_wrong_answer_is_refused_beside_its_field_and_the_rest_kept(as_editor, field, text):
    response = as_editor.post(NEW, ANSWERS | {field: text})
    assert response.status_code == 422
    assert values(soup(response))["source"] == "Wachtkamer"
    assert wrong_fields(soup(response)) == [field]
    assert not Finding.objects.exists()


def test_interview_of_another_organisation_cannot_be_chosen(as_editor, elsewhere):
    theirs = InterviewFactory(organisation=elsewhere)
    assert theirs.code not in page(as_editor, NEW).get_text()
    assert as_editor.post(NEW, ANSWERS | {"interview": theirs.pk}).status_code == 422


def test_page_shows_what_it_is_about(as_viewer, waterrijk):
    finding = FindingFactory(organisation=waterrijk)
    pain = about_a_pain(finding)
    found = page(as_viewer, address(finding, "page"))
    journey = pain.step.phase.journey
    step = reverse("journeys:step-detail", args=[journey.pk, pain.step_id])
    assert {journey.get_absolute_url(), step} <= set(links(found))
    assert pain.text in found.get_text()


def test_editing_begins_with_what_is_there(as_editor, waterrijk):
    finding = FindingFactory(organisation=waterrijk)
    assert values(page(as_editor, address(finding, "edit")))["text"].strip() == finding.text
    as_editor.post(address(finding, "edit"), ANSWERS)
    finding.refresh_from_db()
    assert finding.text == ANSWERS["text"]


def test_finding_that_a_journey_rests_on_is_not_deleted_and_says_where(as_editor, waterrijk):
    finding = FindingFactory(organisation=waterrijk)
    journey = about_a_pain(finding).step.phase.journey
    link = f"{reverse('journeys:finding-link', args=[finding.pk])}?klantreis={journey.pk}"
    assert link in links(page(as_editor, address(finding, "delete")).select_one("main"))
    assert as_editor.post(address(finding, "delete")).status_code == 409
    assert Finding.objects.exists()


def test_finding_on_its_own_is_deleted_after_a_question(as_editor, waterrijk):
    finding = FindingFactory(organisation=waterrijk)
    page(as_editor, address(finding, "delete"))
    assert as_editor.post(address(finding, "delete")).url == LIST
    assert not Finding.objects.exists()


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_viewer_cannot_change_a_finding(as_viewer, waterrijk, action):
    finding = FindingFactory(organisation=waterrijk)
    assert as_viewer.get(address(finding, action)).status_code == 403
    assert as_viewer.post(address(finding, action), ANSWERS).status_code == 403
    assert as_viewer.post(NEW, ANSWERS).status_code == 403


@pytest.mark.parametrize("action", ["page", "edit", "delete"])
def test_finding_of_another_organisation_is_not_there(as_stranger, waterrijk, action):
    assert as_stranger.get(address(FindingFactory(organisation=waterrijk), action)).status_code == 404


def test_pages_ask_no_more_of_the_database_with_more_rows(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    for client, organisation, count in ((as_viewer, waterrijk, 1), (as_stranger, elsewhere, 30)):
        finding = FindingFactory(organisation=organisation)
        for _ in range(count):
            about_a_pain(finding)
        FindingFactory.create_batch(count, organisation=organisation)
        with django_assert_max_num_queries(6):
            page(client, LIST)
        with django_assert_max_num_queries(9):
            page(client, address(finding, "page"))
