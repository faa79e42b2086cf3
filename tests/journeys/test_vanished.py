"""What someone else takes away right before a change gets its turn: refused, and nothing is half done."""

from collections.abc import Callable

import pytest

from journeys import changes
from journeys.models import Journey, Pain, Phase, Step
from tests import factories


@pytest.fixture
def journey(waterrijk) -> Journey:
    """Two phases of two steps: a b, and c d."""
    journey = factories.JourneyFactory(organisation=waterrijk)
    for order, titles in enumerate(["ab", "cd"]):
        phase = factories.PhaseFactory(journey=journey, order=order, name=titles)
        for place, title in enumerate(titles):
            factories.StepFactory(phase=phase, title=title, order=place)
    return journey


@pytest.fixture
def told() -> None:
    """What someone else writes here is part of the same request, and told by nobody."""


@pytest.fixture
def first(monkeypatch) -> Callable:
    """Have someone else do something right before the next change gets the lock.

    Here that is part of the same request, so a refusal takes it back too: nothing else may come of it.
    """

    def do_first(deed: Callable[[], None]) -> None:
        lock = changes.lock

        def late(journey: Journey) -> Journey:
            monkeypatch.setattr(changes, "lock", lock)
            deed()
            return lock(journey)

        monkeypatch.setattr(changes, "lock", late)

    return do_first


def step(title: str) -> Step:
    return Step.objects.get(title=title)


def route(journey: Journey) -> list[str]:
    rows = [
        (phase.order, [(row.order, row.title) for row in phase.steps.all()]) for phase in journey.phases.all()
    ]
    assert [order for order, _row in rows] == list(range(len(rows)))
    assert all([order for order, _title in row] == list(range(len(row))) for _order, row in rows)
    return ["".join(title for _order, title in row) for _order, row in rows]


ON_STEP_B = [
    ("stappen/{b}/kopie/", {}),
    ("stappen/{b}/plaats/", {"richting": "links"}),
    ("stappen/{b}/plaats/", {"naar": "after-{c}"}),
    ("stappen/{b}/plaats/", {"place": "after-{c}"}),
    ("stappen/{c}/plaats/", {"naar": "after-{b}"}),
    ("stappen/{c}/plaats/", {"place": "after-{b}"}),
    ("stappen/{b}/verwijderen/", {}),
    ("stappen/{b}/kop/", {"title": "x"}),
    ("stappen/{b}/knelpunten/nieuw/", {"text": "x", "severity": "1"}),
    ("stappen/nieuw/?na={b}", {"title": "x"}),
    ("stappen/nieuw/?voor={b}", {"title": "x"}),
    ("keuze/", {"doe": "kopie", "stap": "{b}"}),
    ("keuze/", {"doe": "links", "stap": "{b}"}),
    ("keuze/plaats/", {"stap": "{b}", "place": "after-{c}"}),
    ("keuze/verwijderen/", {"stap": "{b}"}),
]


@pytest.mark.parametrize(("path", "data"), ON_STEP_B)
def test_a_step(as_editor, journey, first, path, data):
    numbers = {title: step(title).pk for title in "abcd"}
    first(lambda: step("b").remove())

    response = as_editor.post(
        journey.get_absolute_url() + path.format(**numbers),
        {name: value.format(**numbers) for name, value in data.items()},
    )

    assert response.status_code in (302, 404)
    assert route(journey) in (["a", "cd"], ["ab", "cd"])


ON_LAST_PHASE = [
    ("fasen/{last}/kopie/", {}),
    ("fasen/{last}/plaats/", {"richting": "links"}),
    ("fasen/{last}/plaats/", {"after": ""}),
    ("fasen/{first}/plaats/", {"after": "{last}"}),
    ("fasen/{last}/verwijderen/", {}),
    ("fasen/{last}/", {"name": "x"}),
    ("fasen/nieuw/?na={last}", {"name": "x", "first_step": "y"}),
    ("fasen/nieuw/?voor={last}", {"name": "x", "first_step": "y"}),
    ("stappen/nieuw/?fase={last}", {"title": "x"}),
    ("keuze/", {"doe": "kopie", "fase": "{last}"}),
]


@pytest.mark.parametrize(("path", "data"), ON_LAST_PHASE)
def test_a_phase(as_editor, journey, first, path, data):
    numbers = dict(zip(("first", "last"), journey.phases.values_list("pk", flat=True), strict=True))
    first(lambda: Phase.objects.get(name="cd").remove())

    response = as_editor.post(
        journey.get_absolute_url() + path.format(**numbers),
        {name: value.format(**numbers) for name, value in data.items()},
    )

    assert response.status_code in (302, 404)
    assert route(journey) in (["ab"], ["ab", "cd"])


@pytest.mark.parametrize("path", ["stappen/{a}/verwijderen/", "fasen/{phase}/verwijderen/"])
def test_what_would_be_left(as_editor, journey, first, path):
    numbers = {"a": step("a").pk, "phase": step("a").phase_id}
    step("b").remove()
    first(lambda: Phase.objects.get(name="cd").remove())

    response = as_editor.post(journey.get_absolute_url() + path.format(**numbers))

    assert response.status_code == 422
    assert route(journey) == ["a", "cd"]


def test_the_only_step_stays_where_another_phase_is_empty(as_editor, journey):
    for title in "bcd":
        Step.objects.filter(title=title).delete()

    response = as_editor.post(f"{journey.get_absolute_url()}stappen/{step('a').pk}/verwijderen/")

    assert response.status_code == 422
    assert route(journey) == ["a", ""]


def test_the_place_in_another_journey(as_editor, journey, first):
    other = factories.StepFactory(phase__journey__organisation=journey.organisation, order=0, title="x")
    address = (
        f"{journey.get_absolute_url()}keuze/andere-klantreis/{other.phase.journey_id}/?stap={step('a').pk}"
    )
    first(lambda: Step.objects.filter(pk=other.pk).delete())

    response = as_editor.post(address, {"place": f"after-{other.pk}"}, follow=True)

    assert "iemand anders heeft de volgorde veranderd" in response.content.decode()
    assert Step.objects.filter(title="a").count() == 1


def test_the_step_for_the_rest_of_a_lane(as_editor, journey, first):
    factories.PainFactory(step=step("a"))
    other = factories.StepFactory(phase__journey__organisation=journey.organisation, order=0, title="x")
    first(lambda: Step.objects.filter(pk=other.pk).delete())

    response = as_editor.post(
        f"{journey.get_absolute_url()}keuze/andere-klantreis/{other.phase.journey_id}/",
        {"lane": "pains", "rest": other.pk},
        follow=True,
    )

    assert "iemand anders heeft de volgorde veranderd" in response.content.decode()
    assert Pain.objects.count() == 1
