"""What a journey asks: each check with one that is asked the question, one that isn't, and one too bare."""

import pytest

from journeys.analysis import analyse
from journeys.models import Journey, LifeEvent
from learning.checks import BY_SLUG, CHECKS, answers, looked_at
from personas.models import Persona
from tests.documents import document, finding, pain, step

BARE = document()
SIGHT = [step(at=-9), step(at=0, meets="own")]


def with_subject(**more) -> dict:
    """`life_event`, `persona` and `journey` hold what is added to these."""
    made = document()
    return made | {name: made[name] | values for name, values in more.items()}


def hurting(*pains: dict, blind: bool = True, **more) -> dict:
    place = {"meets": None if blind else "own"}
    return document(step(pains=list(pains), **place), **more)


def planned(*improvements: dict, **more) -> dict:
    return document(step(pains=[pain("p")]), improvements=improvements, **more)


def plan(**more) -> dict:
    return {"title": "Folder", "addresses": [], "lands_at": [], "status": "idea", **more}


def heard(*findings: dict) -> dict:
    return document(step(), findings=findings)


ASKED_AND_MET = {
    "stappen": (document(*[step()] * 4), document(*[step()] * 5)),
    "echte-start": (document(step(meets="own"), step()), document(step(meets="partner"), step(meets="own"))),
    "tijd": (document(step(at=1), step()), document(step(at=1), step(at=2))),
    "eerste-contact": (document(step(meets="partner")), document(step(meets="own"))),
    "anderen": (document(*SIGHT), document(step(meets="network"), step(meets="own"))),
    "daarna": (document(*SIGHT), document(*SIGHT, step(meets="partner"))),
    "achter-de-balie": (
        document(*SIGHT),
        document(step(meets="own", process=[{"title": "Nakijken"}])),
    ),
    "aanleiding": (BARE, with_subject(life_event={"motive": "achieve"})),
    "ijkmoment": (BARE, with_subject(life_event={"anchor": "geboorte"})),
    "situaties": (BARE, document(situations=("ongehuwd",))),
    "doel": (BARE, with_subject(journey={"goal": "Samen ouder worden"})),
    "persona-behoeften": (
        with_subject(persona={"needs": ["rust"]}),
        with_subject(persona={"needs": ["rust"], "worries": ["geld"]}),
    ),
    "doenvermogen": (
        with_subject(persona={"digital_skill": 2}),
        with_subject(persona={"digital_skill": 2, "capacity_to_act": 1}),
    ),
    "andere-personas": (
        with_subject(life_event={"personas": 1}),
        with_subject(life_event={"personas": 2}),
    ),
    "gevoel": (
        document(step(feeling=1), step(), step()),
        document(step(feeling=0), step(feeling=-2), step()),
    ),
    "behoeften": (
        document(step(needs="rust"), step(), step()),
        document(step(needs="rust"), step(thinking="help"), step()),
    ),
    "knelpunten": (document(step()), hurting(pain())),
    "knelpunten-buiten-beeld": (hurting(pain(), blind=False), hurting(pain())),
    "invloed": (hurting(pain(influence="ours"), pain()), hurting(pain(influence="not_ours"))),
    "gesprekken": (heard(finding("desk"), finding("staff")), heard(finding("resident"))),
    "tien-gesprekken": (
        heard(finding("resident", people=8), finding("resident")),
        heard(finding("resident", people=9), finding("resident")),
    ),
    "twee-kanten": (
        heard(finding("resident"), finding("desk")),
        heard(finding("resident"), finding("measured")),
    ),
    "zware-knelpunten": (
        hurting(pain("p", severity=3)),
        hurting(pain("p", severity=3), findings=(finding("staff", "p"),)),
    ),
    "verbeteringen": (planned(plan(status="dropped")), planned(plan())),
    "klantgedreven": (planned(plan(lands_at=["own"])), planned(plan(addresses=["p"]))),
    "waar-mensen-zijn": (planned(plan(lands_at=["own"])), planned(plan(lands_at=["own", "partner"]))),
    "niet-van-ons": (
        hurting(pain("p", influence="not_ours")),
        hurting(pain("p", influence="not_ours"), improvements=(plan(addresses=["p"]),)),
    ),
    "eigenaar": (
        planned(plan(owner="Noor"), plan()),
        planned(plan(owner="Noor"), plan(status="done")),
    ),
    "terugkijken": (
        planned(plan(follow_up="2027-01-01"), plan()),
        planned(plan(follow_up="2027-01-01"), plan(status="dropped")),
    ),
}
TOO_EARLY = {
    **dict.fromkeys(["echte-start", "tijd", "eerste-contact", "gevoel", "behoeften", "knelpunten"], BARE),
    "andere-personas": BARE,
    "anderen": document(step(meets="own")),
    **dict.fromkeys(["daarna", "achter-de-balie"], document(step())),
    **dict.fromkeys(["knelpunten-buiten-beeld", "invloed", "verbeteringen"], document(step())),
    "tien-gesprekken": heard(finding("staff")),
    "twee-kanten": heard(finding("desk")),
    "zware-knelpunten": hurting(pain("p", severity=2)),
    "niet-van-ons": hurting(pain("p", influence="ours")),
    **dict.fromkeys(["klantgedreven", "waar-mensen-zijn"], planned(plan(status="dropped"))),
    **dict.fromkeys(["eigenaar", "terugkijken"], planned(plan(status="done"))),
}


def test_every_check_has_a_case_on_both_sides():
    assert set(ASKED_AND_MET) == set(BY_SLUG)
    assert len(CHECKS) == len(BY_SLUG) >= 15


@pytest.mark.parametrize("slug", ASKED_AND_MET)
def test_a_check_asks_where_something_is_missing(slug):
    assert BY_SLUG[slug].holds(analyse(ASKED_AND_MET[slug][0])) is False


@pytest.mark.parametrize("slug", ASKED_AND_MET)
def test_a_check_is_met_once_it_is_there(slug):
    assert BY_SLUG[slug].holds(analyse(ASKED_AND_MET[slug][1])) is True


@pytest.mark.parametrize("slug", TOO_EARLY)
def test_a_check_waits_until_there_is_something_to_ask_about(slug):
    assert BY_SLUG[slug].holds(analyse(TOO_EARLY[slug])) is None


def test_work_behind_a_step_counts_also_where_nobody_meets_us():
    worked_on = document(step(process=[{"title": "Nakijken"}]))

    assert BY_SLUG["achter-de-balie"].holds(analyse(worked_on)) is True


def test_a_bare_journey_is_asked_few_questions():
    """Who has just begun hears of the beginning alone."""
    open_ = [slug for slug, answer in answers(analyse(BARE)).items() if answer is False]

    assert open_ == [
        *("stappen", "aanleiding", "ijkmoment", "situaties", "doel"),
        *("persona-behoeften", "doenvermogen", "gesprekken"),
    ]


def test_every_question_says_where_to_do_it(django_assert_num_queries, db):
    journey = Journey(pk=7, life_event=LifeEvent(pk=8), persona=Persona(pk=9))

    with django_assert_num_queries(0):
        found = list(looked_at(CHECKS, analyse(BARE), journey, aside={"doel"}))

    assert all(one.url.startswith("/") for one in found)
    by_slug = {one.slug: one for one in found}
    assert by_slug["echte-start"].url == "/klantreizen/7/"
    assert by_slug["aanleiding"].url == "/levensgebeurtenissen/8/bewerken/"
    assert by_slug["doenvermogen"].url == "/personas/9/bewerken/"
    assert by_slug["achter-de-balie"].url == "/klantreizen/7/achter-de-balie/"
    assert by_slug["doel"].aside
    assert not by_slug["doel"].is_open
    assert by_slug["stappen"].is_open
