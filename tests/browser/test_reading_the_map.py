"""Reading a map: situations, definitions, on a phone, on paper, and by who may only look."""

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Step
from tests.browser.hands import Hand
from tests.browser.on_map import title, titles
from tests.browser.words import said
from tests.factories import JourneyFactory, PainFactory, StepFactory

ONLY_UNMARRIED = "Ik hoor dat we moeten erkennen"


@pytest.fixture
def viewers_map(visit, viewer, journey) -> Page:
    page = visit(viewer)
    page.goto(journey.get_absolute_url())
    return page


def test_a_situation_shows_its_own_route(hand: Hand, opened_map: Page):
    switch = opened_map.locator("summary").filter(has_text=said("Situation:"))
    everyone = titles(opened_map)
    hand.press(switch)
    hand.press(opened_map.get_by_role("link", name="twee moeders"))

    expect(switch).to_contain_text("twee moeders")
    assert ONLY_UNMARRIED in everyone
    assert ONLY_UNMARRIED not in titles(opened_map)

    hand.press(switch)
    hand.press(opened_map.get_by_role("link", name=said("everyone: all steps")))
    expect(title(opened_map, ONLY_UNMARRIED)).to_be_visible()


def test_a_definition_opens_and_closes(hand: Hand, opened_map: Page):
    figure = opened_map.get_by_role("region", name=said("Figures")).locator("summary").first
    definition = opened_map.get_by_role("region", name=said("Figures")).locator("p").first
    expect(definition).to_be_hidden()
    hand.press(figure)
    expect(definition).to_be_visible()
    opened_map.keyboard.press("Escape")
    expect(definition).to_be_hidden()
    expect(figure).to_be_focused()

    hand.press(figure)
    expect(definition).to_be_visible()
    hand.press(figure)
    expect(definition).to_be_hidden()


def test_a_viewer_reads_and_finds_nothing_to_edit(viewers_map: Page):
    expect(viewers_map.get_by_role("heading", level=3, name="Ik doe een zwangerschapstest")).to_be_visible()
    links = viewers_map.locator("#map").get_by_role("link")
    panels, places = viewers_map.locator("[data-panel]"), viewers_map.locator("[href*='#stap-']")
    assert links.and_(panels).count() == viewers_map.locator("#map .step").count()
    assert links.count() == links.and_(panels.or_(places)).count()
    expect(viewers_map.locator("#map").get_by_role("checkbox")).to_have_count(0)
    expect(viewers_map.locator("#map form")).to_have_count(0)


def test_a_viewer_switches_situations_too(viewers_map: Page):
    viewers_map.locator("summary").filter(has_text=said("Situation:")).click()
    viewers_map.get_by_role("link", name="twee moeders").click()

    expect(viewers_map.get_by_role("heading", name=ONLY_UNMARRIED)).to_have_count(0)


def test_who_is_sent_to_a_step_sees_where_it_lies(page: Page, journey):
    last = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order").last()
    page.goto(f"{journey.get_absolute_url()}#stap-{last.pk}")
    expect(page.locator(f"#s{last.pk}-head")).to_be_in_viewport(ratio=1)
    expect(page.locator(f"#fase-{last.phase_id}")).to_be_in_viewport(ratio=1)
    expect(page.locator("#ribbon .ribbon")).to_be_in_viewport(ratio=0.9)


def test_a_short_map_has_no_scrolling_of_its_own(page: Page, waterrijk):
    journey = JourneyFactory(organisation=waterrijk)
    StepFactory(phase__journey=journey)
    page.set_viewport_size({"width": 1366, "height": 1200})
    page.goto(journey.get_absolute_url())
    assert page.locator("#map").evaluate("(map) => map.scrollHeight <= map.clientHeight")


def test_on_a_phone_steps_stand_under_each_other(opened_map: Page):
    opened_map.set_viewport_size({"width": 390, "height": 844})
    first, second = (opened_map.locator("#map .step").nth(at).bounding_box() for at in (0, 1))

    assert second["y"] >= first["y"] + first["height"] - 1
    assert first["width"] <= 390
    expect(opened_map.locator(".heartbeat-small")).to_be_visible()
    assert opened_map.evaluate(
        "document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"
    )


def test_on_a_phone_the_line_comes_with_the_second_feeling(opened_map: Page, journey):
    first, second = list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order"))[:2]
    Step.objects.filter(phase__journey=journey).exclude(pk=first.pk).update(feeling=None)
    opened_map.set_viewport_size({"width": 390, "height": 844})
    opened_map.reload()
    expect(opened_map.locator(".heartbeat-small")).to_be_hidden()

    name = said("Change the feeling at “%(title)s”", title=second.title)
    opened_map.get_by_role("link", name=name).click()
    opened_map.get_by_role("radio", name=said("good"), exact=True).check()
    opened_map.get_by_role("button", name=said("Save")).click()
    expect(opened_map.locator(".heartbeat-small")).to_be_visible()


def test_on_a_phone_an_empty_cell_says_what_belongs_there(opened_map: Page, journey):
    Step.objects.filter(phase__journey=journey).update(doing="", designed="", thinking="", needs="")
    opened_map.set_viewport_size({"width": 390, "height": 844})
    opened_map.reload()
    first = opened_map.locator("#map .step").first
    for lane in ("Doing", "Thinking and needs"):
        expect(first.get_by_text(said(lane), exact=True)).to_be_visible()


def test_on_a_phone_a_title_is_corrected(opened_map: Page):
    opened_map.set_viewport_size({"width": 390, "height": 844})
    title(opened_map, "Ik doe een zwangerschapstest").click()
    opened_map.get_by_label(said("title")).fill("Ik doe een test")
    opened_map.get_by_role("button", name=said("Save")).click()

    expect(title(opened_map, "Ik doe een test")).to_be_focused()


def test_names_of_lanes_stay_in_sight(opened_map: Page):
    lanes = opened_map.locator("#map .lanes__name").first
    before = lanes.bounding_box()["x"]
    opened_map.locator("#map .step").last.scroll_into_view_if_needed()

    assert lanes.bounding_box()["x"] == pytest.approx(before, abs=2)


def test_the_name_of_a_lane_stays_in_sight_as_long_as_its_lane_is(page: Page, journey):
    PainFactory.create_batch(
        40, step=Step.objects.get(phase__journey=journey, title="Ik zoek een verloskundige")
    )
    page.goto(journey.get_absolute_url())
    board = page.locator("#map")
    pains = board.locator(".lanes__name[data-lane=pains]")
    pains.evaluate("(name) => name.closest('#map').scrollTo(0, name.offsetTop + 800)")

    expect(pains.locator("span")).to_be_in_viewport(ratio=1)
    expect(board.locator(".lanes__name[data-lane=contacts] span")).not_to_be_in_viewport()


def test_on_paper_there_are_no_buttons(opened_map: Page):
    opened_map.emulate_media(media="print")

    expect(opened_map.locator(".site-header__button").last).to_be_hidden()
    expect(opened_map.locator("#map .cell__add").first).to_be_hidden()
    expect(opened_map.get_by_role("heading", level=1)).to_be_visible()
    expect(title(opened_map, "Ik doe een zwangerschapstest")).to_be_visible()


def test_nothing_moves_for_who_asks_for_reduced_motion(visit, editor, journey):
    page = visit(editor, reduced_motion="reduce")
    page.goto(journey.get_absolute_url())
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("*")].map((element) => {
          const style = getComputedStyle(element);
          return Math.max(parseFloat(style.transitionDuration), parseFloat(style.animationDuration));
        }))"""
    )

    assert longest < 0.001
