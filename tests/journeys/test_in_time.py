"""Through the lens *Op tijd* a journey is drawn true to scale, and says how long we are out of sight."""

from itertools import combinations, pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from journeys.models import Journey, Step
from tests import factories
from tests.journeys.editing import HTMX, parsed
from tests.pages import page, texts

DAY = 1056  # pixels: a journey of one day is as wide as the drawing


@pytest.fixture
def journey(waterrijk) -> Journey:
    return factories.JourneyFactory(
        organisation=waterrijk, life_event__anchor="geboorte", life_event__organisation=waterrijk
    )


@pytest.fixture
def add(journey):
    """Steps at these days, None where it isn't known; those that are named meet us."""
    phase = factories.PhaseFactory(journey=journey, order=0)

    def added(*days: int | None, own: tuple[int, ...] = (), **more) -> list[Step]:
        first = phase.steps.count()
        steps = [
            factories.StepFactory(
                phase=phase, order=first + order, offset_days=day, title=f"Stap {order}", **more
            )
            for order, day in enumerate(days)
        ]
        for index in own:
            factories.OwnEncounterFactory(step=steps[index])
        return steps

    return added


@pytest.fixture
def shown(as_editor, journey):
    def drawn(**query: str) -> BeautifulSoup:
        return page(as_editor, f"{journey.get_absolute_url()}op-tijd/", **query)

    return drawn


def number(tag: Tag, name: str) -> float:
    return float(tag[name])


def dots(found: BeautifulSoup) -> list[float]:
    return [number(dot, "cx") for dot in found.select(".moment__dot")]


def boxes(found: BeautifulSoup) -> list[tuple[float, float, float, float]]:
    return [
        tuple(number(box, name) for name in ("x", "y", "width", "height"))
        for box in found.find_all("foreignobject")
    ]


def told(found: BeautifulSoup) -> list[str]:
    return texts(found.select(".in-time__told li:not(.soft)"))


def test_days_are_as_wide_everywhere(shown, add):
    add(-270, -180, 0, 90)

    widths = [later - earlier for earlier, later in pairwise(dots(shown()))]

    assert widths[0] == pytest.approx(widths[2], abs=0.2)
    assert widths[1] == pytest.approx(2 * widths[0], abs=0.2)


@pytest.mark.parametrize(
    "days",
    [
        *[[-270, -100, -99, 0, 3, 90], [0, 7300], [0] * 8, [0, 0, 1, 1], [5], [-3650, 0, 1, 2, 7300]],
        list(range(-200, 220, 7)),
    ],
)
@pytest.mark.parametrize("scale", ["alles", "jaren", "maanden", "weken", "dagen"])
def test_no_two_labels_overlap_at_any_scale(shown, add, days, scale):
    add(*days, own=(len(days) - 1,))

    found = shown(schaal=scale, midden="0")

    places = boxes(found)
    assert places
    assert dots(found) == sorted(dots(found))
    for (x, y, width, height), (other_x, other_y, *_) in combinations(places, 2):
        assert abs(x - other_x) >= width or abs(y - other_y) >= height
    assert all(x >= 0 and y >= 0 for x, y, *_ in places)


def test_every_label_is_tied_to_the_moment_of_its_step(shown, add):
    add(-90, -60, -59, 0)

    found = shown()

    for moment in found.select(".moment"):
        start, end = moment.select_one(".moment__pole")["d"].removeprefix("M").split(" ")[0], None
        end = moment.select_one(".moment__pole")["d"].split("C")[1].split(" ")[4]
        assert float(start) == number(moment.select_one("circle"), "cx")
        assert float(end) == number(moment.find("foreignobject"), "x")


def test_a_duration_is_as_long_as_it_takes(shown, add):
    add(0, 100)
    add(0, duration_days=50)

    found = shown()
    first, last = min(dots(found)), max(dots(found))

    assert number(found.select_one(".moment__bar"), "width") == pytest.approx((last - first) / 2, rel=0.02)


def test_an_estimated_step_says_so_and_looks_so(shown, add):
    steps, found = add(-90, None, 0), shown()

    assert [tag["id"] for tag in found.select(".moment[data-estimated]")] == [f"stap-{steps[1].pk}"]
    assert "geschat" in found.select(".moment__when")[1].text
    assert any("geschat" in line for line in texts(found.select(".in-time__told li")))


def test_blind_gap_and_tail_are_hatched_with_their_length(shown, add):
    add(-100, -50, -10, 0, 30, own=(1, 3))

    found = shown()

    assert [band["data-kind"] for band in found.select(".in-time__blind")] == ["blind", "gap", "tail"]
    assert texts(found.select(".in-time__span")) == [
        "50 dagen buiten beeld",
        "langste gat: 50 dagen",
        "staart: 30 dagen",
    ]
    assert told(found) == [
        "Buiten beeld tot het eerste contact: 50 dagen",
        "Langste gat, tussen stap 2 en 4 : 50 dagen".replace(" :", ":"),
        "Na het laatste contact: 30 dagen",
    ]


def test_never_in_sight_is_hatched_all_along(shown, add):
    add(-100, 0)

    found = shown()
    [band] = found.select(".in-time__blind")

    assert texts(found.select(".in-time__span")) == ["100 dagen: nooit in beeld"]
    assert number(band, "width") == pytest.approx(max(dots(found)) - min(dots(found)), abs=0.2)
    assert not found.select(".in-time__contact")


def test_always_in_sight_hatches_nothing(shown, add):
    add(0, own=(0,))

    found = shown()

    assert not found.select(".in-time__blind")
    assert told(found) == ["Wij zijn de hele reis in beeld."]


def test_steps_of_one_day_stand_in_order_and_it_says_so(shown, add):
    add(0, 0, 0, 0, own=(3,))

    found = shown()

    assert [later - earlier for earlier, later in pairwise(dots(found))] == [
        pytest.approx(DAY / 4, abs=0.2)
    ] * 3
    assert "2 van 4 op die dag" in found.select(".moment__when")[1].text
    assert any("hele dagen" in line for line in texts(found.select(".in-time__told li")))
    assert texts(found.select(".in-time__span")) == ["3 stappen buiten beeld"]


def test_the_anchor_moment_is_a_line_with_its_name(shown, add):
    add(-30, 0)

    found = shown()

    assert number(found.select_one(".in-time__anchor"), "x1") == dots(found)[1]
    assert "Geboorte" in texts(found.select(".in-time__word"))


@pytest.mark.parametrize(
    ("scale", "caption"),
    [
        ("jaren", "Jaren"),
        ("maanden", "Maanden"),
        ("weken", "Weken"),
        ("dagen", "Dagen"),
        ("onzin", "Maanden"),
    ],
)
def test_the_address_says_the_scale(shown, add, scale, caption):
    add(-270, 90)

    found = shown(schaal=scale)

    assert texts(found.select(".in-time__caption")) == [f"{caption} vanaf geboorte"]
    assert len(found.select(".zoom [aria-current]")) == 1


def test_twenty_years_in_days_show_a_stretch_and_lead_to_the_rest(shown, add):
    add(0, 10, 3650, 7290, 7300)

    found = shown(schaal="dagen", midden="3650")

    assert texts(found.select(".moment__title")) == ["aanname: 3 Stap 2"]
    assert texts(found.select(".in-time__beyond a")) == ["Eerder (2 stappen)", "Later (2 stappen)"]


@pytest.mark.parametrize("middle", ["nan", "inf", "1e400", "x", "", "-99999999", "3650"])
def test_nonsense_in_the_address_still_draws(shown, add, middle):
    add(0, 7300)

    assert shown(schaal="dagen", midden=middle).select(".in-time__drawing")


def test_a_stretch_between_steps_may_be_empty(shown, add):
    add(0, 7300)

    found = shown(schaal="dagen", midden="3000")

    assert not found.select(".moment")
    assert texts(found.select(".in-time__beyond a")) == ["Eerder (1 stap)", "Later (1 stap)"]


def test_without_times_it_says_what_to_fill_in(shown, add):
    add(None, None)

    found = shown()

    assert not found.select(".in-time__drawing")
    assert len(found.select("ol [data-panel]")) == 2
    assert "20 weken voor geboorte" in found.select_one("#lens").text


def test_without_steps_it_leads_to_the_map(shown, journey):
    assert journey.get_absolute_url() in [link["href"] for link in shown().select("#lens a[href]")]


def test_a_situation_without_steps_says_so(shown, add, journey):
    [step] = add(0)
    for name, order in (("a", 0), ("b", 1)):
        factories.SituationFactory(life_event=journey.life_event, name=name, order=order)
    factories.StepSituationFactory(step=step, situation=journey.life_event.situations.get(name="a"))

    assert "Geen enkele stap" in shown(situatie="b").select_one("#lens").text


def test_zooming_keeps_situation_and_open_step(shown, add, journey):
    [step] = add(0)
    factories.SituationFactory(life_event=journey.life_event, name="ongehuwd")

    found = shown(situatie="ongehuwd", stap=str(step.pk))

    for link in found.select(".zoom a[href]"):
        assert "situatie=ongehuwd" in link["href"]
        assert f"stap={step.pk}" in link["href"]


def test_for_htmx_another_scale_is_the_lens_alone(as_editor, add, journey):
    add(0, 100)
    address = f"{journey.get_absolute_url()}op-tijd/"

    asked = HTMX | {"HX-Current-URL": f"http://testserver{address}"}
    response = as_editor.get(f"{address}?schaal=dagen&midden=50", headers=asked)

    assert response.headers["HX-Push-Url"] == f"{address}?schaal=dagen&midden=50"
    [lens] = parsed(response).select("hx-partial[hx-target='#lens']")
    assert lens.select_one("[data-scale]")["data-scale"] == "dagen"


def test_a_moment_that_is_changed_moves_the_step(as_editor, add, journey):
    steps = add(-100, -50, 0)
    address = f"{journey.get_absolute_url()}op-tijd/?schaal=weken&stap={steps[1].pk}"
    asked = HTMX | {
        "HX-Current-URL": f"http://testserver{address}",
        "HX-Target": f"div#p{steps[1].pk}-head-editor",
    }
    response = as_editor.post(
        f"{journey.get_absolute_url()}stappen/{steps[1].pk}/kop/",
        {"title": "Stap 1", "offset_days": "25 dagen ervoor"},
        headers=asked,
    )

    found = parsed(response)
    places = dots(found.select_one("hx-partial[hx-target='#lens']"))
    assert places[1] == pytest.approx(places[0] + 0.75 * (places[2] - places[0]), abs=0.2)
    assert found.select_one("[data-scale]")["data-scale"] == "weken"
