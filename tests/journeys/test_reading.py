"""An interview is read beside a journey: its lines become evidence there."""

from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse

from journeys.models import Change, Evidence, EvidenceAbout, Pain
from journeys.remembered import forget
from personas.models import Finding, Passage
from personas.passages import lines_of
from tests.factories import (
    EvidenceAboutFactory,
    EvidenceFactory,
    FindingFactory,
    InterviewFactory,
    JourneyFactory,
    PainFactory,
    PassageFactory,
    StepFactory,
)
from tests.journeys.editing import HTMX
from tests.pages import links, page, row_headers, soup, texts, values

SAID = "Wij wisten het niet.\n\n  Niemand had het gezegd.\nWij wisten het niet."


@pytest.fixture
def pain(waterrijk):
    return PainFactory(step=StepFactory(phase__journey__organisation=waterrijk))


@pytest.fixture
def journey(pain):
    return pain.step.phase.journey


@pytest.fixture
def interview(waterrijk):
    return InterviewFactory(organisation=waterrijk, notes=SAID, people=2)


def reading(interview, journey=None, action: str = "reading") -> str:
    asked = f"?klantreis={journey.pk}" if journey else ""
    return reverse(f"journeys:{action}", args=[interview.pk]) + asked


def marks(interview) -> list[str]:
    return [line.mark for line in lines_of(interview.notes)]


def answers(interview, about: str, **more: str) -> dict[str, str]:
    return {"line": marks(interview)[1], "text": "Niemand zei het.", "about": about, **more}


def test_lines_without_words_are_no_lines_and_two_alike_are_told_apart():
    lines = lines_of(SAID)
    assert [line.text for line in lines] == [
        "Wij wisten het niet.",
        "Niemand had het gezegd.",
        "Wij wisten het niet.",
    ]
    assert len({line.mark for line in lines}) == 3


def test_a_line_keeps_its_mark_when_others_are_written_above_it():
    assert lines_of(SAID)[1] == lines_of(f"Eerst dit.\n{SAID}")[2]


def test_journey_is_chosen_first_and_what_rests_on_the_interview_stands_on_top(
    as_editor, waterrijk, interview, journey
):
    first = JourneyFactory(organisation=waterrijk, title="Z")
    EvidenceFactory(journey=first, finding=FindingFactory(organisation=waterrijk, interview=interview))
    found = page(as_editor, reading(interview))
    assert row_headers(found) == ["Z", journey.title]
    assert reading(interview, journey) in links(found)


def test_interview_leads_to_reading_it_where_there_is_something_to_read(as_editor, as_viewer, interview):
    assert reading(interview) in links(page(as_editor, interview.get_absolute_url()))
    assert reading(interview) not in links(page(as_viewer, interview.get_absolute_url()))


def test_lines_stand_beside_every_step_with_its_pains(as_editor, interview, journey, pain):
    found = page(as_editor, reading(interview, journey))
    assert texts(found.select(".reading__text")) == [line.text for line in lines_of(SAID)]
    names = [button["value"] for button in found.select("[name=about]")]
    assert names == [f"step-{pain.step_id}", f"pain-{pain.pk}", f"new-{pain.step_id}"]


def test_one_press_makes_a_line_a_finding_about_a_pain(as_editor, interview, journey, pain):
    response = as_editor.post(reading(interview, journey), answers(interview, f"pain-{pain.pk}"))
    finding = Finding.objects.get()
    assert response.url == f"{reading(interview, journey)}#regel-{marks(interview)[1]}"
    assert (finding.text, finding.interview, finding.kind, finding.people) == (
        "Niemand zei het.",
        interview,
        "resident",
        2,
    )
    assert finding.found_on == interview.held_on
    assert EvidenceAbout.objects.get().pain == pain


def test_chosen_lines_say_it_themselves_where_nothing_was_typed(as_editor, interview, journey, pain):
    chosen = {"line": marks(interview)[:2], "text": "", "about": f"step-{pain.step_id}"}
    as_editor.post(reading(interview, journey), chosen)
    assert Finding.objects.get().text == "Wij wisten het niet. Niemand had het gezegd."
    assert EvidenceAbout.objects.get().step == pain.step


def test_a_new_pain_has_words_of_its_own_or_those_of_the_finding(as_editor, interview, journey, pain):
    new = f"new-{pain.step_id}"
    as_editor.post(reading(interview, journey), answers(interview, new, pain="Te laat verteld"))
    as_editor.post(reading(interview, journey), answers(interview, new))
    assert [one.text for one in Pain.at(pain.step)] == [pain.text, "Te laat verteld", "Niemand zei het."]
    assert {row.pain.text for row in EvidenceAbout.objects.all()} == {"Te laat verteld", "Niemand zei het."}


def test_the_same_words_are_one_finding_about_several_things(as_editor, interview, journey, pain):
    for about in (f"pain-{pain.pk}", f"step-{pain.step_id}"):
        as_editor.post(reading(interview, journey), answers(interview, about))
    assert Finding.objects.count() == Passage.objects.count() == 1
    assert EvidenceAbout.objects.count() == 2


def test_a_used_line_leads_to_what_it_became(as_editor, interview, journey, pain):
    as_editor.post(reading(interview, journey), answers(interview, f"pain-{pain.pk}"))
    cache.clear()  # a test is one transaction, and versions are raised once in each
    used = page(as_editor, reading(interview, journey)).select("[data-used]")
    assert len(used) == 1
    step = reverse("journeys:step-detail", args=[journey.pk, pain.step_id])
    assert links(used[0]) == [Finding.objects.get().get_absolute_url(), f"{step}#findings"]
    assert pain.text in used[0].get_text()


def test_a_line_used_in_another_journey_says_so(as_editor, waterrijk, interview, journey):
    finding = FindingFactory(organisation=waterrijk, interview=interview)
    passage = PassageFactory(interview=interview, finding=finding, mark=marks(interview)[0])
    other = EvidenceFactory(journey__organisation=waterrijk, finding=passage.finding).journey
    found = page(as_editor, reading(interview, journey))
    assert other.title in found.select_one("[data-used]").get_text()
    assert reading(interview, other) in links(found)


def test_lines_are_put_in_the_box_without_javascript(as_editor, interview, journey):
    response = as_editor.post(reading(interview, journey), {"line": marks(interview)[1], "over": "ja"})
    assert response.status_code == 200
    found = soup(response)
    assert values(found)["text"].strip() == "Niemand had het gezegd."
    assert [box["value"] for box in found.select("[name=line][checked]")] == [marks(interview)[1]]
    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"about": ""}, {"about": "pain-999999"}, {"about": "step-x"}, {"text": "", "line": ""}]
)
def test_what_is_not_complete_is_refused_and_the_words_kept(as_editor, interview, journey, pain, wrong):
    sent = answers(interview, f"step-{pain.step_id}", pain="Te laat") | wrong
    response = as_editor.post(reading(interview, journey), sent)
    assert response.status_code == 422
    assert values(soup(response))["pain"] == "Te laat"
    assert values(soup(response))["text"].strip() == sent["text"]
    assert not Finding.objects.exists()
    assert not Change.objects.exists()


@pytest.mark.parametrize("field", ["text", "pain"])
def test_personal_data_is_asked_about_and_kept_on_purpose(as_editor, interview, journey, pain, field):
    sent = answers(interview, f"new-{pain.step_id}") | {field: "Bel mij op 06-12345678"}
    response = as_editor.post(reading(interview, journey), sent)
    assert response.status_code == 422
    assert not Finding.objects.exists()
    kept = soup(response).select_one("[name=keep_personal]")["value"]
    assert as_editor.post(reading(interview, journey), sent | {"keep_personal": kept}).status_code == 302


def test_what_became_a_finding_is_unlinked_and_the_finding_stays(as_editor, interview, journey, pain):
    as_editor.post(reading(interview, journey), answers(interview, f"pain-{pain.pk}"))
    finding = Finding.objects.get()
    unlink = reading(interview, journey, "reading-unlink")
    for _twice in range(2):
        assert as_editor.post(unlink, {"los": f"{finding.pk}:pain-{pain.pk}"}).status_code == 302
    assert not Evidence.objects.exists()
    assert Finding.objects.get() == finding


def test_a_finding_of_another_interview_is_not_unlinked_here(as_editor, waterrijk, interview, journey, pain):
    evidence = EvidenceFactory(journey=journey, finding=FindingFactory(organisation=waterrijk))
    EvidenceAboutFactory(evidence=evidence, pain=pain)
    unlink = reading(interview, journey, "reading-unlink")
    for said in (f"{evidence.finding_id}:pain-{pain.pk}", "x:y", ""):
        assert as_editor.post(unlink, {"los": said}).status_code == 404
    assert EvidenceAbout.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_undo_takes_away_the_link_and_the_new_pain(as_editor, interview, journey, pain):
    response = as_editor.post(
        reading(interview, journey), answers(interview, f"new-{pain.step_id}"), headers=HTMX
    )
    number = soup(response).select_one("#said [name=wijziging]")["value"]
    as_editor.post(reading(interview, journey, "reading-undo"), {"wijziging": number})
    assert Pain.objects.get() == pain
    assert not Evidence.objects.exists()
    said = page(as_editor, reading(interview, journey)).select_one("[data-used]")
    assert Finding.objects.get().text in said.get_text()


def test_an_interview_without_notes_asks_for_them(as_editor, waterrijk, journey):
    bare = InterviewFactory(organisation=waterrijk)
    found = page(as_editor, reading(bare, journey))
    assert reverse("personas:interview-edit", args=[bare.pk]) in links(found.select_one(".empty"))


def test_past_its_end_date_it_says_what_to_do(as_editor, waterrijk, journey):
    old = InterviewFactory(
        organisation=waterrijk, notes=SAID, held_on=date(2020, 1, 1), keep_until=date(2021, 1, 1)
    )
    assert page(as_editor, reading(old, journey)).select_one("main .utrecht-alert--warning")


def test_when_the_interview_goes_its_findings_stay_and_nothing_points_at_its_lines(
    as_editor, interview, journey, pain
):
    as_editor.post(reading(interview, journey), answers(interview, f"pain-{pain.pk}"))
    interview.delete()
    assert Finding.objects.get().interview is None
    assert not Passage.objects.exists()
    assert EvidenceAbout.objects.get().pain == pain


def test_viewer_cannot_read_beside_a_journey(as_viewer, interview, journey, pain):
    assert as_viewer.get(reading(interview, journey)).status_code == 403
    sent = answers(interview, f"pain-{pain.pk}")
    for action in ("reading", "reading-unlink", "reading-undo"):
        assert as_viewer.post(reading(interview, journey, action), sent).status_code == 403
    assert not Finding.objects.exists()


def test_a_journey_of_another_organisation_is_not_there(as_editor, elsewhere, interview):
    theirs = JourneyFactory(organisation=elsewhere)
    assert as_editor.get(reading(interview, theirs)).status_code == 404
    for action in ("reading", "reading-unlink", "reading-undo"):
        assert as_editor.post(reading(interview, theirs, action), {"wijziging": "1"}).status_code == 404


def test_a_long_interview_beside_a_long_journey_asks_no_more_of_the_database(
    as_editor, waterrijk, interview, journey, pain, django_assert_num_queries
):
    def asked() -> None:
        cache.clear()
        forget()
        with django_assert_num_queries(25):
            page(as_editor, reading(long, journey))

    def link(some: list[str]) -> None:
        for mark in some:
            finding = FindingFactory(organisation=waterrijk, interview=long)
            PassageFactory(interview=long, finding=finding, mark=mark)
            about = EvidenceFactory(journey=journey, finding=finding)
            EvidenceAboutFactory(evidence=about, pain=pain)

    long = InterviewFactory(organisation=waterrijk, notes="\n".join(f"Regel {n}" for n in range(200)))
    link(marks(long)[:1])
    asked()
    StepFactory.create_batch(60, phase=pain.step.phase)
    link(marks(long)[1:20])
    asked()
