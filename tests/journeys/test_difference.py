"""Designed beside experienced: a mark where they differ, and a filter that keeps only those steps."""

import pytest

from tests import factories
from tests.pages import page


@pytest.fixture
def different(step):
    return factories.StepFactory(phase=step.phase, doing="Ik wacht weken", designed="Binnen drie dagen")


@pytest.mark.parametrize("lens", ["", "lijst/"])
def test_a_step_that_differs_is_marked_in_words(as_viewer, step, different, url, lens):
    found = page(as_viewer, url + lens)
    assert [one["id"] for one in found.select("[data-differs]")] == [f"stap-{different.pk}"]
    assert "wijkt af" in found.select_one("[data-differs]").text


def test_the_panel_marks_it_too(as_viewer, different, url):
    assert "wijkt af" in page(as_viewer, f"{url}stappen/{different.pk}/").select_one("#panel").text


@pytest.mark.parametrize(
    ("doing", "designed"), [("Zo", ""), ("", "Zo"), ("Zo gaat het", "Zo  gaat\nhet"), ("", "")]
)
def test_nothing_differs_where_one_is_missing_or_both_say_the_same(as_viewer, step, url, doing, designed):
    factories.StepFactory(phase=step.phase, doing=doing, designed=designed)
    assert not page(as_viewer, url).select("[data-differs]")


@pytest.mark.parametrize("lens", ["", "lijst/"])
def test_the_filter_stays_in_every_link_of_the_page(as_viewer, different, url, lens):
    assert page(as_viewer, url + lens).select_one(f'a[href="{url}{lens}?verschil=ja"]')
    found = page(as_viewer, url + lens, verschil="ja")
    assert found.select_one("#journey")["data-only"] == "verschil"
    assert found.select_one(f'a[href="{url}{lens}"]')
    assert {f"{url}?verschil=ja", f"{url}lijst/?verschil=ja"} <= {
        link["href"] for link in found.select("#journey a[href]")
    } | {f"{url}{lens}?verschil=ja"}


def test_without_the_filter_all_steps_stand_there(as_viewer, different, url):
    assert not page(as_viewer, url).select_one("#journey").get("data-only")
