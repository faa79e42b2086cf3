"""Interviews past their end date are listed and removed; what was found in them stays."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from personas.models import Finding, Interview
from tests.factories import FindingFactory, InterviewFactory
from tests.pages import page, row_headers

LIST = "/gesprekken/"
PAST = {"held_on": date(2020, 1, 1), "keep_until": date(2021, 1, 1)}


@pytest.fixture
def old(waterrijk):
    return InterviewFactory(organisation=waterrijk, code="G01", notes="Wat zij zei", **PAST)


@pytest.fixture
def finding(old):
    return FindingFactory(organisation=old.organisation, interview=old, kind="resident", people=3)


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("remove_old_interviews", *arguments, stdout=out)
    return out.getvalue()


def notes_in_history() -> set[str]:
    return set(
        Interview._meta.get_field("notes").model.pgh_event_model.objects.values_list("notes", flat=True)
    )


def test_it_removes_what_is_past_its_date_and_keeps_the_findings(old, finding, waterrijk):
    today = timezone.localdate()
    kept = InterviewFactory(organisation=waterrijk, held_on=today, keep_until=today)
    assert told() == "Removed 1 interviews; 1 findings of theirs stay.\n"
    assert list(Interview.objects.all()) == [kept]
    finding.refresh_from_db()
    assert (finding.interview, finding.kind, finding.people) == (None, "resident", 3)


def test_a_dry_run_only_tells(old, finding):
    assert told("--dry-run", "-v2").splitlines() == [
        "Gemeente Waterrijk: G01, kept until 2021-01-01",
        "Would remove 1 interviews; 1 findings of theirs stay.",
    ]
    assert Interview.objects.exists()
    assert Finding.objects.get().interview == old


def test_notes_that_go_are_gone_from_the_history_too(old):
    assert notes_in_history() == {"Wat zij zei"}
    told()
    assert notes_in_history() == {""}


def test_emptied_notes_are_gone_from_the_history_and_changed_ones_are_not(old):
    old.notes = "Korter"
    old.save()
    assert notes_in_history() == {"Wat zij zei", "Korter"}
    old.notes = ""
    old.save()
    assert notes_in_history() == {""}


def test_an_editor_sees_which_have_to_go(as_editor, as_viewer, old, waterrijk):
    InterviewFactory(organisation=waterrijk, keep_until=timezone.localdate() + timedelta(days=1))
    shown = page(as_editor, LIST)
    assert shown.select_one("main .utrecht-alert--warning")
    assert shown.select_one('a[href="?verlopen=ja"]')
    assert row_headers(page(as_editor, LIST, verlopen="ja")) == ["G01"]
    assert not page(as_viewer, LIST).select_one("main .utrecht-alert--warning")


def test_nothing_is_told_where_none_has_to_go(as_editor, waterrijk):
    InterviewFactory(organisation=waterrijk, keep_until=timezone.localdate())
    assert not page(as_editor, LIST).select_one("main .utrecht-alert--warning")


def test_those_of_others_are_not_told_of(as_stranger, old):
    assert not page(as_stranger, LIST, verlopen="ja").select("tbody tr")
