"""The home page: where most is to be won comes first, filters in the address, and long rows that fold."""

import pytest

from journeys.models import Journey, LifeEvent
from tests.factories import (
    AddressedPainFactory,
    EncounterFactory,
    ImprovementFactory,
    JourneyFactory,
    LifeEventFactory,
    OwnEncounterFactory,
    PainFactory,
    PersonaFactory,
    PhaseFactory,
    ProcessStepFactory,
    StepFactory,
)
from tests.journeys.worlds import birth, many_journeys
from tests.pages import links, page, texts

HOME = "/"


def journey_with_pain(life_event: LifeEvent, title: str, *severities: int, **fields) -> Journey:
    """A step out of sight that hurts so, and a hundred days later our counter."""
    journey = JourneyFactory(
        organisation=life_event.organisation, life_event=life_event, title=title, **fields
    )
    phase = PhaseFactory(journey=journey)
    step = StepFactory(phase=phase, offset_days=0)
    OwnEncounterFactory(step=StepFactory(phase=phase, offset_days=100))
    for severity in severities:
        PainFactory(step=step, severity=severity)
    return journey


def pains(journey: Journey) -> list:
    return list(journey.phases.get().steps.first().pains.all())


def titles(found) -> list[str]:
    return texts(found.select(".journey-card__title"))


def options(found, word: str) -> dict[str, str]:
    """What a filter offers: the words of each choice by what it writes in the address."""
    choices = found.select(f"select[name={word}] option")
    return {option["value"]: option.get_text().strip() for option in choices if option["value"]}


def test_journey_with_the_heaviest_open_pains_out_of_sight_comes_first(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    journey_with_pain(life_event, "Licht", 1, 1)
    journey_with_pain(life_event, "Zwaar", 3)
    found = page(as_viewer, HOME)
    assert titles(found) == ["Zwaar", "Licht"]
    assert [number.split()[0] for number in texts(found.select(".journey-card .to-be-won"))] == ["3", "2"]
    assert texts(found.select(".life-event-row__head .to-be-won"))[0].split()[0] == "5"


def test_improvements_add_up_with_those_whose_reach_is_not_known(as_viewer, waterrijk):
    hurting = journey_with_pain(birth(waterrijk), "Nu", 3)
    AddressedPainFactory(improvement=ImprovementFactory(journey=hurting), pain=pains(hurting)[0])
    ImprovementFactory.create_batch(2, journey=hurting)
    told = page(as_viewer, HOME).select_one(".headline-plan").text.split()
    assert " ".join(told) == "3 verbeteringen 0 klantgericht 1 klantgedreven 2 nog niet bekend"


def test_in_a_desired_journey_nothing_is_to_be_won(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    journey_with_pain(life_event, "Gewenst", 3, 3, kind="to_be")
    journey_with_pain(life_event, "Nu", 1)
    found = page(as_viewer, HOME)
    assert titles(found) == ["Nu", "Gewenst"]
    assert [number.split()[0] for number in texts(found.select(".to-be-won"))] == ["1", "1"]  # row and card


def test_pain_that_an_improvement_addresses_is_not_to_be_won(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    solved = journey_with_pain(life_event, "Bedacht", 3)
    journey_with_pain(life_event, "Open", 1)
    helping = ImprovementFactory(journey=solved)
    AddressedPainFactory(improvement=helping, pain=pains(solved)[0])
    assert titles(page(as_viewer, HOME)) == ["Open", "Bedacht"]
    helping.status = "dropped"
    helping.save()
    Journey.objects.filter(pk=solved.pk).update(version=solved.version + 9)
    assert titles(page(as_viewer, HOME)) == ["Bedacht", "Open"]


def test_life_events_add_up_their_journeys_and_an_empty_one_comes_last(as_viewer, waterrijk):
    LifeEventFactory(organisation=waterrijk, name="Aanvragen")
    one, two = (LifeEventFactory(organisation=waterrijk, name=name) for name in ("Bouwen", "Verhuizen"))
    journey_with_pain(one, "Een zware", 3)
    for title in ("Eerste", "Tweede"):
        journey_with_pain(two, title, 2)
    names = texts(page(as_viewer, HOME).select(".life-event-row__name"))
    assert names == ["Verhuizen", "Bouwen", "Aanvragen"]
    by_name = page(as_viewer, HOME, volgorde="naam")
    assert texts(by_name.select(".life-event-row__name")) == ["Aanvragen", "Bouwen", "Verhuizen"]


def test_journeys_of_one_persona_stay_together(as_viewer, waterrijk):
    life_event, farah = birth(waterrijk), PersonaFactory(organisation=waterrijk, name="Farah")
    journey_with_pain(life_event, "Farah zwaar", 3, persona=farah)
    journey_with_pain(life_event, "Noor", 2)
    journey_with_pain(life_event, "Farah licht", 1, persona=farah)
    assert titles(page(as_viewer, HOME)) == ["Farah zwaar", "Farah licht", "Noor"]


def test_order_can_be_the_longest_out_of_sight(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    journey_with_pain(life_event, "Pijnlijk", 3)
    long = journey_with_pain(life_event, "Lang")
    long.phases.get().steps.filter(offset_days=100).update(offset_days=400)
    assert titles(page(as_viewer, HOME)) == ["Pijnlijk", "Lang"]
    assert titles(page(as_viewer, HOME, volgorde="buiten-beeld")) == ["Lang", "Pijnlijk"]


def test_motive_filters_life_events_with_and_without_journeys(as_viewer, waterrijk):
    journey_with_pain(birth(waterrijk), "Ons kind")
    LifeEventFactory(organisation=waterrijk, name="Straatfeest", motive="idea")
    troubled = LifeEventFactory(organisation=waterrijk, name="Overlast", motive="troubled")
    journey_with_pain(troubled, "Lawaai")
    assert titles(page(as_viewer, HOME, aanleiding="last")) == ["Lawaai"]
    found = page(as_viewer, HOME, aanleiding="idee")
    assert texts(found.select(".life-event-row__name")) == ["Straatfeest"]
    assert [text[-3:] for text in options(found, "aanleiding").values()] == ["(1)", "(1)", "(0)"]


def test_department_is_met_or_works_behind_the_counter_whatever_case_or_team(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    met, behind = journey_with_pain(life_event, "Langs"), journey_with_pain(life_event, "Achter")
    journey_with_pain(life_event, "Anders")
    OwnEncounterFactory(step=met.phases.get().steps.first(), touchpoint__party__name="Burgerzaken")
    ProcessStepFactory(step=behind.phases.get().steps.first(), department="burgerzaken (balie)")
    found = page(as_viewer, HOME, afdeling="burgerzaken")
    assert sorted(titles(found)) == ["Achter", "Langs"]
    assert options(found, "afdeling")["burgerzaken"].endswith("(2)")


def test_channel_filters_by_what_is_met_anywhere_on_the_way(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    called = journey_with_pain(life_event, "Bellen")
    journey_with_pain(life_event, "Balie")
    EncounterFactory(step=called.phases.get().steps.first(), touchpoint__channel="phone")
    found = page(as_viewer, HOME, kanaal="phone")
    assert titles(found) == ["Bellen"]
    assert {value: text[-3:] for value, text in options(found, "kanaal").items()} == {
        "counter": "(2)",
        "phone": "(1)",
    }


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("niets-bedacht", ["Niets"]),
        ("bezig", ["Bezig"]),
        ("klaar", []),
        ("met-gewenste", ["Bezig"]),
        ("zonder-gewenste", ["Niets"]),
    ],
)
def test_status_is_how_far_improvements_and_the_desired_journey_are(as_viewer, waterrijk, status, expected):
    life_event = birth(waterrijk)
    ImprovementFactory(journey=journey_with_pain(life_event, "Niets"), status="dropped")
    doing = journey_with_pain(life_event, "Bezig")
    ImprovementFactory(journey=doing, status="doing")
    JourneyFactory(organisation=waterrijk, life_event=life_event, kind="to_be", based_on=doing)
    assert titles(page(as_viewer, HOME, status=status)) == expected


def test_filters_work_together_and_counts_follow_the_other_filters(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    called = journey_with_pain(life_event, "Bellen")
    EncounterFactory(step=called.phases.get().steps.first(), touchpoint__channel="phone")
    ImprovementFactory(journey=journey_with_pain(life_event, "Balie"), status="done")
    found = page(as_viewer, HOME, kanaal="phone")
    assert options(found, "status")["niets-bedacht"].endswith("(1)")
    assert options(found, "status")["klaar"].endswith("(0)")


def test_headline_is_about_what_is_found(as_viewer, waterrijk):
    journey_with_pain(birth(waterrijk), "Ons kind", 1)
    other = LifeEventFactory(organisation=waterrijk, name="Bouwen", motive="idea")
    journey_with_pain(other, "Schuur", 2, 2)
    found = page(as_viewer, HOME, aanleiding="idee")
    assert texts(found.select(".figures .figure__number"))[:3] == ["1", "100", "2"]


def test_nothing_found_says_which_filter_to_leave_out(as_viewer, waterrijk):
    journey_with_pain(birth(waterrijk), "Ons kind")
    found = page(as_viewer, HOME, aanleiding="bereiken", kanaal="phone", zoek="kind")
    ways = links(found.select_one(".overview-nothing"))
    assert "?zoek=kind&aanleiding=bereiken" in ways
    assert "?aanleiding=bereiken&kanaal=phone" not in ways


def test_long_rows_fold_so_that_every_life_event_is_seen(as_viewer, waterrijk):
    for name in ("Bouwen", "Verhuizen"):
        life_event = LifeEventFactory(organisation=waterrijk, name=name)
        for number in range(30):
            JourneyFactory(organisation=waterrijk, life_event=life_event, title=f"{name} {number:02}")
    found = page(as_viewer, HOME)
    rows = found.select(".life-event-row")
    assert [len(row.select(".journey-card")) for row in rows] == [24, 24]
    more = rows[0].select_one(".life-event-row__more")
    assert "6" in more.get_text().split()
    assert len(page(as_viewer, HOME + more["href"]).select(".journey-card")) == 30


def test_short_rows_leave_their_room_to_a_long_one(as_viewer, waterrijk):
    JourneyFactory(organisation=waterrijk)
    many_journeys(waterrijk, 45)
    assert not page(as_viewer, HOME).select(".life-event-row__more")


def test_one_life_event_with_very_many_journeys_is_paged(as_viewer, waterrijk):
    many_journeys(waterrijk, 50)
    alone = {"levensgebeurtenis": str(waterrijk.life_events.get().pk)}
    assert len(page(as_viewer, HOME, **alone).select(".journey-card")) == 48
    assert len(page(as_viewer, HOME, **alone, pagina="2").select(".journey-card")) == 2


def test_filters_are_left_out_where_there_is_nothing_to_choose(as_viewer, waterrijk):
    journey_with_pain(birth(waterrijk), "De enige")
    assert page(as_viewer, HOME).select_one("select") is None


def test_names_and_filters_of_another_organisation_stay_there(as_stranger, waterrijk, elsewhere):
    other = journey_with_pain(birth(waterrijk), "Hier")
    ProcessStepFactory(step=other.phases.get().steps.first(), department="Geheim")
    for title in ("Daar", "Ook daar"):
        journey_with_pain(LifeEventFactory(organisation=elsewhere), title)
    found = page(as_stranger, HOME, afdeling="geheim")
    assert titles(found) == []
    assert "Geheim" not in found.get_text()
