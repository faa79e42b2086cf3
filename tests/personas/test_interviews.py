from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from personas.models import Finding, Interview
from tests.factories import FindingFactory, InterviewFactory
from tests.pages import links, page, row_headers, soup, values, wrong_fields

LIST, NEW = reverse("personas:interview-list"), reverse("personas:interview-new")
FINDING_NEW = reverse("personas:finding-new")
ANSWERS = {
    "code": "G07",
    "kind": "resident",
    "held_on": "2026-03-01",
    "people": "2",
    "keep_until": "2027-03-01",
    "notes": "Zij wisten het niet.",
}
PAST = {"held_on": date(2020, 1, 1), "keep_until": date(2021, 1, 1)}


def address(interview: Interview, action: str) -> str:
    return reverse(f"personas:interview-{action}", args=[interview.pk])


def test_list_is_newest_first_and_searched_by_code_and_notes(as_viewer, waterrijk):
    InterviewFactory(organisation=waterrijk, code="G01", held_on=date(2026, 1, 1), notes="Over erkenning")
    InterviewFactory(organisation=waterrijk, code="G02", held_on=date(2026, 2, 1))
    assert row_headers(page(as_viewer, LIST)) == ["G02", "G01"]
    assert row_headers(page(as_viewer, LIST, zoek="erkenning")) == ["G01"]


def test_empty_list_teaches_and_only_an_editor_may_begin(as_editor, as_viewer):
    assert NEW in links(page(as_editor, LIST).select_one(".empty"))
    assert not links(page(as_viewer, LIST).select_one(".empty"))


def test_long_list_is_paged(as_viewer, waterrijk):
    InterviewFactory.create_batch(51, organisation=waterrijk)
    assert len(row_headers(page(as_viewer, LIST))) == 50
    assert len(row_headers(page(as_viewer, LIST, pagina="2"))) == 1


def test_interview_is_written_down(as_editor, waterrijk):
    response = as_editor.post(NEW, ANSWERS)
    interview = waterrijk.interviews.get()
    assert response.url == interview.get_absolute_url()
    assert (interview.code, interview.people, interview.consent) == ("G07", 2, False)


def test_new_interview_is_kept_for_a_year_unless_said_otherwise(as_editor):
    today = timezone.localdate()
    shown = values(page(as_editor, NEW))
    assert shown["held_on"] == today.isoformat()
    assert shown["keep_until"] == (today + timedelta(days=365)).isoformat()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("code", ""),
        ("code", "G01"),
        ("kind", "friends"),
        ("held_on", "ooit"),
        ("people", "-1"),
        ("keep_until", "2026-02-28"),
        ("notes", "x" * 100_001),
    ],
)
def test_wrong_answer_is_refused_beside_its_field_and_the_rest_kept(as_editor, waterrijk, field, text):
    InterviewFactory(organisation=waterrijk, code="G01")
    kept = "code" if field == "notes" else "notes"
    response = as_editor.post(NEW, ANSWERS | {field: text})
    assert response.status_code == 422
    assert values(soup(response))[kept].strip() == ANSWERS[kept]
    assert field == "code" or wrong_fields(soup(response)) == [field]
    assert Interview.objects.count() == 1


def test_page_shows_the_notes_and_what_was_found(as_viewer, waterrijk):
    interview = InterviewFactory(organisation=waterrijk, notes="Zij wisten het niet.")
    finding = FindingFactory(organisation=waterrijk, interview=interview)
    FindingFactory(organisation=waterrijk)
    found = page(as_viewer, address(interview, "page"))
    assert "Zij wisten het niet." in found.get_text()
    assert row_headers(found) == [finding.text]


def test_page_says_when_an_interview_is_kept_too_long(as_viewer, waterrijk):
    late, kept = InterviewFactory(organisation=waterrijk, **PAST), InterviewFactory(organisation=waterrijk)
    assert page(as_viewer, address(late, "page")).select_one("main .utrecht-alert--warning")
    assert not page(as_viewer, address(kept, "page")).select_one("main .utrecht-alert--warning")
    assert len(page(as_viewer, LIST).select("tbody .tag")) == 1


def test_finding_from_an_interview_begins_with_what_is_known(as_editor, waterrijk):
    interview = InterviewFactory(organisation=waterrijk, kind="staff", people=3)
    new = f"{FINDING_NEW}?gesprek={interview.pk}"
    assert new in links(page(as_editor, address(interview, "page")))
    found = page(as_editor, new)
    assert [option["value"] for option in found.select("option[selected]")] == ["staff", str(interview.pk)]
    assert values(found)["people"] == "3"


def test_interview_of_another_organisation_fills_nothing_in(as_stranger, waterrijk):
    interview = InterviewFactory(organisation=waterrijk)
    found = page(as_stranger, f"{FINDING_NEW}?gesprek={interview.pk}")
    assert str(interview.code) not in found.get_text()


def test_editing_changes_the_interview(as_editor, waterrijk):
    interview = InterviewFactory(organisation=waterrijk, notes="Veel")
    assert as_editor.post(address(interview, "edit"), ANSWERS | {"notes": ""}).status_code == 302
    interview.refresh_from_db()
    assert (interview.code, interview.notes) == ("G07", "")


def test_deleting_an_interview_keeps_its_findings(as_editor, waterrijk):
    interview = InterviewFactory(organisation=waterrijk)
    FindingFactory(organisation=waterrijk, interview=interview)
    page(as_editor, address(interview, "delete"))
    assert as_editor.post(address(interview, "delete")).url == LIST
    assert not Interview.objects.exists()
    assert Finding.objects.get().interview is None


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_viewer_cannot_change_an_interview(as_viewer, waterrijk, action):
    interview = InterviewFactory(organisation=waterrijk)
    assert as_viewer.get(address(interview, action)).status_code == 403
    assert as_viewer.post(address(interview, action), ANSWERS).status_code == 403
    assert as_viewer.post(NEW, ANSWERS).status_code == 403


@pytest.mark.parametrize("action", ["page", "edit", "delete"])
def test_interview_of_another_organisation_is_not_there(as_stranger, waterrijk, action):
    assert as_stranger.get(address(InterviewFactory(organisation=waterrijk), action)).status_code == 404


def test_pages_ask_no_more_of_the_database_with_more_rows(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    for client, organisation, count in ((as_viewer, waterrijk, 1), (as_stranger, elsewhere, 30)):
        interview = InterviewFactory(organisation=organisation)
        InterviewFactory.create_batch(count, organisation=organisation)
        FindingFactory.create_batch(count, organisation=organisation, interview=interview)
        for url in (LIST, address(interview, "page")):
            with django_assert_max_num_queries(7):
                page(client, url)
