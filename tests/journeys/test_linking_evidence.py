import pytest
from django.core.cache import cache
from django.urls import reverse

from journeys.models import Evidence, EvidenceAbout, Step
from tests.factories import (
    EvidenceAboutFactory,
    EvidenceFactory,
    FindingFactory,
    JourneyFactory,
    PainFactory,
    StepFactory,
)
from tests.journeys.editing import HTMX
from tests.pages import links, page, row_headers, soup, texts


@pytest.fixture
def pain(waterrijk):
    return PainFactory(step=StepFactory(phase__journey__organisation=waterrijk))


@pytest.fixture
def finding(waterrijk):
    return FindingFactory(organisation=waterrijk, kind="resident")


def linking(finding, journey=None) -> str:
    address = reverse("journeys:finding-link", args=[finding.pk])
    return f"{address}?klantreis={journey.pk}" if journey else address


def at(step: Step, action: str) -> str:
    return reverse(f"journeys:step-{action}", args=[step.phase.journey_id, step.pk])


def ticked(found) -> list[str]:
    return [box["value"] for box in found.select("[name=places][checked]")]


def test_journey_is_chosen_first(as_editor, waterrijk, finding):
    journey, other = JourneyFactory(organisation=waterrijk, title="A"), JourneyFactory(organisation=waterrijk)
    EvidenceFactory(journey=other, finding=finding)
    found = page(as_editor, linking(finding))
    assert row_headers(found)[0] == "A"
    assert linking(finding, journey) in links(found)
    assert len(found.select("tbody .tag")) == 1


def test_finding_is_linked_to_a_pain_and_the_assumption_goes(as_editor, finding, pain):
    journey = pain.step.phase.journey
    assert "data-assumption" in str(page(as_editor, journey.get_absolute_url()).select_one(".card--pain"))
    response = as_editor.post(linking(finding, journey), {"places": f"pain-{pain.pk}"})
    assert response.url == finding.get_absolute_url()
    assert EvidenceAbout.objects.get().pain == pain
    cache.clear()  # a test is one transaction, and versions are raised once in each
    assert "data-assumption" not in str(page(as_editor, journey.get_absolute_url()).select_one(".card--pain"))


def test_steps_are_offered_with_their_pains_and_the_links_are_ticked(as_editor, finding, pain):
    evidence = EvidenceFactory(journey=pain.step.phase.journey, finding=finding)
    EvidenceAboutFactory(evidence=evidence, pain=pain)
    found = page(as_editor, linking(finding, evidence.journey))
    assert texts(found.select(".places__name")) == [f"1. {pain.step.title}"]
    assert len(found.select("[name=places]")) == 2
    assert ticked(found) == [f"pain-{pain.pk}"]


def test_unticking_all_takes_the_finding_out_of_the_journey(as_editor, finding, pain):
    evidence = EvidenceFactory(journey=pain.step.phase.journey, finding=finding)
    EvidenceAboutFactory(evidence=evidence, pain=pain)
    as_editor.post(linking(finding, evidence.journey), {"initial-places": f"pain-{pain.pk}"})
    assert not Evidence.objects.exists()
    assert not EvidenceAbout.objects.exists()


def test_what_a_colleague_linked_meanwhile_stays(as_editor, finding, pain):
    evidence = EvidenceFactory(journey=pain.step.phase.journey, finding=finding)
    EvidenceAboutFactory(evidence=evidence, pain=pain)
    as_editor.post(linking(finding, evidence.journey), {"places": f"step-{pain.step_id}"})
    about = {(row.step_id, row.pain_id) for row in EvidenceAbout.objects.all()}
    assert about == {(None, pain.pk), (pain.step_id, None)}


def test_first_link_needs_a_step_or_a_pain(as_editor, finding, pain):
    response = as_editor.post(linking(finding, pain.step.phase.journey), {})
    assert response.status_code == 422
    assert soup(response).select_one(".field__error") is not None
    assert not Evidence.objects.exists()


def test_pain_of_another_journey_is_refused(as_editor, waterrijk, finding, pain):
    other = PainFactory(step=StepFactory(phase__journey__organisation=waterrijk))
    response = as_editor.post(linking(finding, pain.step.phase.journey), {"places": f"pain-{other.pk}"})
    assert response.status_code == 422
    assert not EvidenceAbout.objects.exists()


def test_orders_have_no_gap_after_linking(as_editor, waterrijk, pain):
    journey = pain.step.phase.journey
    first, second = FindingFactory.create_batch(2, organisation=waterrijk)
    for finding in (first, second):
        as_editor.post(linking(finding, journey), {"places": f"pain-{pain.pk}"})
    as_editor.post(linking(first, journey), {"initial-places": f"pain-{pain.pk}"})
    assert list(journey.evidence.values_list("finding", "order")) == [(second.pk, 0)]


def test_step_shows_the_findings_about_it_and_its_pains(as_viewer, waterrijk, finding, pain):
    evidence = EvidenceFactory(journey=pain.step.phase.journey, finding=finding)
    EvidenceAboutFactory(evidence=evidence, pain=pain)
    EvidenceFactory(journey=pain.step.phase.journey, finding__organisation=waterrijk)
    shown = page(as_viewer, at(pain.step, "detail")).select_one(".findings")
    assert links(shown) == [finding.get_absolute_url()]
    assert pain.text in shown.get_text()


def test_step_without_findings_asks_for_them_and_only_an_editor_adds(as_editor, as_viewer, pain):
    assert at(pain.step, "finding-new") in links(page(as_editor, at(pain.step, "detail")))
    assert at(pain.step, "finding-new") not in links(page(as_viewer, at(pain.step, "detail")))


def test_new_finding_at_a_step_is_linked_at_once(as_editor, waterrijk, pain):
    answers = {"text": "Niemand wist het", "kind": "resident", "about": f"pain-{pain.pk}"}
    response = as_editor.post(at(pain.step, "finding-new"), answers)
    assert response.url == at(pain.step, "detail")
    about = EvidenceAbout.objects.get()
    assert (about.pain, about.evidence.finding) == (pain, waterrijk.findings.get())


@pytest.mark.parametrize("wrong", [{"text": ""}, {"about": "pain-0"}, {"kind": "gossip"}])
def test_wrong_finding_at_a_step_is_refused_and_the_text_kept(as_editor, waterrijk, pain, wrong):
    answers = {"text": "x", "kind": "desk", "about": f"pain-{pain.pk}", "source": "Wachtkamer"}
    response = as_editor.post(at(pain.step, "finding-new"), answers | wrong)
    assert response.status_code == 422
    assert soup(response).select_one("[name=source]")["value"] == "Wachtkamer"
    assert not waterrijk.findings.exists()


def test_known_finding_is_chosen_at_a_step(as_editor, finding, pain):
    found = page(as_editor, at(pain.step, "findings"))
    assert linking(finding, pain.step.phase.journey) in links(found)


def unlinking(pain, finding) -> str:
    return reverse(
        "journeys:step-finding-unlink", args=[pain.step.phase.journey_id, pain.step_id, finding.pk]
    )


@pytest.fixture
def linked(pain, finding) -> Evidence:
    """A finding about a pain and about its step."""
    evidence = EvidenceFactory(journey=pain.step.phase.journey, finding=finding)
    EvidenceAboutFactory(evidence=evidence, pain=pain)
    EvidenceAboutFactory(evidence=evidence, step=pain.step, pain=None)
    return evidence


def test_step_says_what_each_finding_is_about_and_unlinks_it_there(
    as_editor, as_viewer, linked, pain, finding
):
    shown = page(as_editor, at(pain.step, "detail")).select_one(".findings")
    forms = shown.select(f"form[action='{unlinking(pain, finding)}']")
    assert [form.select_one("button")["value"] for form in forms] == [
        f"pain-{pain.pk}",
        f"step-{pain.step_id}",
    ]
    assert all(form.select_one("[name=csrfmiddlewaretoken]") for form in forms)
    assert "over de stap als geheel" in shown.get_text()
    assert not page(as_viewer, at(pain.step, "detail")).select(".findings form")


def test_one_place_is_unlinked_and_the_other_stays(as_editor, linked, pain, finding):
    response = as_editor.post(unlinking(pain, finding), {"plek": f"pain-{pain.pk}"})
    assert response.url == f"{at(pain.step, 'detail')}#findings"
    assert EvidenceAbout.objects.get().step == pain.step


def test_the_last_link_takes_the_finding_out_of_the_journey(as_editor, linked, pain, finding):
    for place in (f"pain-{pain.pk}", f"step-{pain.step_id}"):
        as_editor.post(unlinking(pain, finding), {"plek": place})
    assert not Evidence.objects.exists()


def test_unlinking_draws_the_card_and_the_panel_again(as_editor, linked, pain, finding):
    panel = {"HX-Current-URL": f"http://testserver{at(pain.step, 'detail')}"}
    target = {"HX-Target": f"section#p{pain.step_id}-findings"}
    data = {"plek": f"pain-{pain.pk}"}
    response = as_editor.post(unlinking(pain, finding), data, headers=HTMX | panel | target)
    drawn = {part["hx-target"] for part in soup(response).select("hx-partial")}
    assert {f"#s{pain.step_id}-pains", f"#p{pain.step_id}-findings"} <= drawn
    assert f"p{pain.step_id}-findings" in response.headers["HX-Trigger"]


def test_what_was_unlinked_already_is_no_change(as_editor, linked, pain, finding):
    data = {"plek": f"pain-{pain.pk}"}
    for _ in range(2):
        as_editor.post(unlinking(pain, finding), data)
    assert pain.step.phase.journey.changes.count() == 1


@pytest.mark.parametrize("place", ["", "pain-0", "step-x", "pain-", "pain-9999999999999999999999"])
def test_what_is_not_at_this_step_is_not_found(as_editor, linked, pain, finding, place):
    assert as_editor.post(unlinking(pain, finding), {"plek": place}).status_code == 404
    assert EvidenceAbout.objects.count() == 2


def test_viewer_and_stranger_cannot_unlink(as_viewer, as_stranger, linked, pain, finding):
    data = {"plek": f"pain-{pain.pk}"}
    assert as_viewer.post(unlinking(pain, finding), data).status_code == 403
    assert as_stranger.post(unlinking(pain, finding), data).status_code == 404
    assert EvidenceAbout.objects.count() == 2


def test_a_pain_leads_to_what_it_rests_on(as_editor, pain):
    editor = page(as_editor, reverse("journeys:pain-edit", args=[pain.step.phase.journey_id, pain.pk]))
    assert f"{at(pain.step, 'detail')}#findings" in links(editor)


def test_viewer_cannot_link(as_viewer, finding, pain):
    journey = pain.step.phase.journey
    for url in (linking(finding), linking(finding, journey), at(pain.step, "finding-new")):
        assert as_viewer.get(url).status_code == 403
        assert as_viewer.post(url, {"places": f"pain-{pain.pk}"}).status_code == 403


def test_journey_of_another_organisation_is_not_there(as_editor, elsewhere, finding):
    theirs = JourneyFactory(organisation=elsewhere)
    assert as_editor.get(linking(finding, theirs)).status_code == 404
    assert as_editor.post(linking(finding, theirs), {"places": "step-1"}).status_code == 404


def test_pages_ask_no_more_of_the_database_with_more_rows(
    as_editor, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    for client, organisation, count in ((as_editor, waterrijk, 1), (as_stranger, elsewhere, 20)):
        step = StepFactory(phase__journey__organisation=organisation)
        finding = FindingFactory(organisation=organisation)
        for pain in PainFactory.create_batch(count, step=step):
            evidence = EvidenceFactory(journey=step.phase.journey, finding__organisation=organisation)
            EvidenceAboutFactory(evidence=evidence, pain=pain)
        JourneyFactory.create_batch(count, organisation=organisation)
        with django_assert_max_num_queries(7):
            page(client, linking(finding))
        with django_assert_max_num_queries(10):
            page(client, linking(finding, step.phase.journey))
        with django_assert_max_num_queries(24):
            page(client, at(step, "detail"))
        with django_assert_max_num_queries(8):
            page(client, at(step, "findings"))
