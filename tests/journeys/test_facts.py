"""Rules over all journeys: what has to be checked again, and saying that it was."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from journeys.models import Fact
from tests import factories
from tests.journeys.editing import HTMX, parsed
from tests.pages import page, soup

LIST, CHECK, BACK = "/feiten/", "/feiten/nagekeken/", "/feiten/terug/"


def days_ago(number: int):
    return timezone.localdate() - timedelta(days=number)


def fact(step, text: str, checked=None, **fields) -> Fact:
    return factories.FactFactory(step=step, text=text, checked_on=checked, **fields)


@pytest.fixture
def facts(step, waterrijk):
    other = factories.StepFactory(phase__journey__organisation=waterrijk)
    return [
        fact(step, "Vers", days_ago(10)),
        fact(other, "Oud", days_ago(366), source="BW 1:19e"),
        fact(step, "Nooit"),
        fact(other, "Net niet oud", days_ago(365)),
    ]


def shown(response_page) -> list[str]:
    return [row.select_one(".lines").text for row in response_page.select("tbody tr")]


def test_what_has_to_be_checked_stands_first(as_viewer, facts):
    assert shown(page(as_viewer, LIST)) == ["Nooit", "Oud", "Net niet oud", "Vers"]


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("verouderd", ["Nooit", "Oud"]),
        ("nooit", ["Nooit"]),
        ("actueel", ["Net niet oud", "Vers"]),
        ("xyz", ["Nooit", "Oud", "Net niet oud", "Vers"]),
    ],
)
def test_list_is_filtered_by_state(as_viewer, facts, state, found):
    assert shown(page(as_viewer, LIST, staat=state)) == found


def test_list_is_searched_in_rule_source_step_and_journey(as_viewer, facts):
    assert shown(page(as_viewer, LIST, zoek="19e")) == ["Oud"]
    assert shown(page(as_viewer, LIST, zoek=facts[0].step.title)) == ["Nooit", "Vers"]
    assert shown(page(as_viewer, LIST, zoek=facts[1].step.phase.journey.title)) == ["Oud", "Net niet oud"]


def test_list_of_one_journey(as_viewer, facts):
    assert shown(page(as_viewer, LIST, klantreis=facts[1].step.phase.journey_id)) == ["Oud", "Net niet oud"]
    assert shown(page(as_viewer, LIST, klantreis="999")) == []


def test_long_list_is_paged_with_as_many_queries(as_viewer, step):
    with CaptureQueriesContext(
        connection,
    ) as few:
        fact(step, "een")
        page(as_viewer, LIST)
    for number in range(50):
        fact(step, f"regel {number}")
    with CaptureQueriesContext(connection) as many:
        found = page(as_viewer, LIST)
    assert len(shown(found)) == 50
    assert len(shown(page(as_viewer, LIST, pagina="2"))) == 1
    assert len(many) <= len(few)


def test_several_are_checked_at_once_over_journeys_and_taken_back(as_editor, facts):
    ticked = [one.pk for one in facts[:3]]
    answer = as_editor.post(CHECK, {"feit": ticked, "vraag": "staat=verouderd"})
    assert answer.url == f"{LIST}?staat=verouderd"
    today = timezone.localdate()
    assert set(Fact.objects.filter(pk__in=ticked).values_list("checked_on", flat=True)) == {today}
    assert "3 feiten" in page(as_editor, LIST).select_one("#messages").text

    as_editor.post(BACK)
    for one in facts:
        before = one.checked_on
        one.refresh_from_db()
        assert one.checked_on == before
    assert not page(as_editor, LIST).select_one(f'form[action="{BACK}"]')


def test_the_button_of_a_row_leaves_what_is_ticked(as_editor, facts):
    as_editor.post(CHECK, {"feit": [facts[0].pk], "een": [facts[2].pk]})
    facts[0].refresh_from_db()
    assert facts[0].checked_on == days_ago(10)
    assert Fact.objects.get(pk=facts[2].pk).checked_on == timezone.localdate()


def test_nothing_chosen_says_so(as_editor, facts):
    as_editor.post(CHECK, {})
    assert page(as_editor, LIST).select_one("#messages .utrecht-alert--warning")


def test_what_someone_else_changed_since_is_not_taken_back(as_editor, facts):
    as_editor.post(CHECK, {"feit": [facts[2].pk]})
    Fact.objects.filter(pk=facts[2].pk).update(checked_on=days_ago(1))
    as_editor.post(BACK)
    assert Fact.objects.get(pk=facts[2].pk).checked_on == days_ago(1)


def test_on_the_map_one_press_checks_and_can_be_undone(as_editor, step, url):
    row = fact(step, "Binnen drie dagen")
    button = page(as_editor, url).select_one(f"#s{step.pk}-facts button[form=checking]")
    assert button["formaction"] == f"{url}feiten/{row.pk}/nagekeken/"
    answer = as_editor.post(button["formaction"], {"vak": button["value"]}, headers=HTMX)
    assert f"#s{step.pk}-facts" in {part["hx-target"] for part in parsed(answer).select("hx-partial")}
    assert f"s{step.pk}-facts" in answer.headers["HX-Trigger"]
    row.refresh_from_db()
    assert row.checked_on == timezone.localdate()
    as_editor.post(f"{url}ongedaan/")
    row.refresh_from_db()
    assert row.checked_on is None


def test_in_the_panel_the_focus_stays_there(as_editor, step, url):
    row = fact(step, "Binnen drie dagen")
    here = HTMX | {"HX-Current-URL": f"http://testserver{url}stappen/{step.pk}/"}
    answer = as_editor.post(f"{url}feiten/{row.pk}/nagekeken/", {"vak": "p"}, headers=here)
    assert {f"#s{step.pk}-facts", f"#p{step.pk}-facts"} <= {
        part["hx-target"] for part in parsed(answer).select("hx-partial")
    }
    assert f"p{step.pk}-facts" in answer.headers["HX-Trigger"]


def test_without_javascript_the_map_comes_back(as_editor, step, url):
    row = fact(step, "Binnen drie dagen")
    assert as_editor.post(f"{url}feiten/{row.pk}/nagekeken/").url == f"{url}#s{step.pk}-facts"


def test_viewer_sees_the_list_and_cannot_check(as_viewer, facts, url):
    assert not page(as_viewer, LIST).select("tbody button, tbody input")
    assert as_viewer.post(CHECK, {"feit": [facts[0].pk]}).status_code == 403
    assert not page(as_viewer, url).select("button[form=checking]")


def test_rules_of_others_are_left_alone(as_stranger, facts):
    assert shown(page(as_stranger, LIST)) == []
    as_stranger.post(CHECK, {"feit": [facts[2].pk]})
    assert Fact.objects.get(pk=facts[2].pk).checked_on is None


def test_empty_list_teaches(as_viewer, waterrijk):
    assert soup(as_viewer.get(LIST)).select_one(".empty")
