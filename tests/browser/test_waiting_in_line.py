"""Several changes that wait for a connection are sent once, in the order in which they were made."""

import pytest
from playwright.sync_api import Page, Request, expect

from journeys.models import Journey, Step
from tests.browser.on_map import editor, field, title
from tests.browser.words import said

FIRST, SECOND = "Ik doe een zwangerschapstest", "Ik zoek een verloskundige"


@pytest.fixture
def posts(opened_map: Page) -> list[str]:
    """Where something was sent to, from the number of the step on."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and "/live/" not in request.url:
            sent.append(request.url.partition("/stappen/")[2])

    opened_map.on("request", note)
    return sent


def step(journey: Journey, text: str) -> Step:
    return Step.objects.get(phase__journey=journey, title=text)


def face(page: Page, row: Step):
    return page.locator(f"#s{row.pk}-feeling .beat__face")


def back_online(page: Page, posts: list[str]) -> None:
    posts.clear()
    page.context.set_offline(False)
    expect(page.locator("#waiting")).to_be_empty()


@pytest.mark.offline
def test_whatever_was_done(opened_map: Page, journey, posts):
    first, second = step(journey, FIRST), step(journey, SECOND)
    opened_map.context.set_offline(True)
    opened_map.locator(f"#s{second.pk}-feeling a").first.focus()
    opened_map.keyboard.press("1")
    title(opened_map, FIRST).focus()
    for key in ("Alt+ArrowRight", "Alt+ArrowRight", "d"):
        opened_map.keyboard.press(key)
    expect(opened_map.locator("#waiting")).to_contain_text("4")

    back_online(opened_map, posts)
    expect(title(opened_map, FIRST)).to_have_count(2)
    moved = f"{first.pk}/plaats/"
    assert posts == [f"{second.pk}/gevoel/", moved, moved, f"{first.pk}/kopie/"]
    titles = (
        Step.objects.filter(phase__journey=journey).order_by("phase__order", "order").values_list("title")
    )
    assert [text for (text,) in titles[:4]] == [SECOND, "Ik ga naar de eerste afspraak", FIRST, FIRST]
    second.refresh_from_db()
    assert second.feeling == -2


@pytest.mark.offline
def test_what_is_written_in_one_place_twice_is_no_conflict_with_oneself(opened_map: Page, journey, posts):
    row = step(journey, SECOND)
    opened_map.locator(f"#s{row.pk}-feeling a").first.focus()
    opened_map.context.set_offline(True)
    for key in ("1", "2", "5"):
        opened_map.keyboard.press(key)
        expect(face(opened_map, row)).to_have_attribute("data-level", str(int(key) - 3))
    expect(opened_map.locator(f"#s{row.pk}-feeling .waiting")).to_have_count(1)

    back_online(opened_map, posts)
    expect(face(opened_map, row)).to_have_attribute("data-level", "2")
    assert posts == [f"{row.pk}/gevoel/"] * 3
    row.refresh_from_db()
    assert row.feeling == 2
    expect(opened_map.get_by_role("region", name=said("Not saved yet"), exact=True)).to_have_count(0)


def test_the_first_of_a_list_is_a_choice_too(opened_map: Page, journey):
    """Also where a reload comes in between."""
    improvement = journey.improvements.first()
    improvement.status = "planned"
    improvement.save()
    opened_map.reload()
    opened_map.locator(
        "#map [data-lane=improvements] .cards a[href]", has_text=improvement.title
    ).first.click()
    field(opened_map, "status").select_option("idea")
    opened_map.reload()
    opened_map.get_by_role("button", name=said("Go on typing")).click()

    expect(field(opened_map, "status")).to_have_value("idea")
    opened_map.keyboard.press("Control+Enter")
    expect(editor(opened_map)).to_have_count(0)
    improvement.refresh_from_db()
    assert improvement.status == "idea"
