"""The wall of a session, and the phone of someone who joins there."""

from collections.abc import Callable

from django.apps import apps
from django.urls import reverse
from playwright.sync_api import Page as Tab

from shots.states import State
from shots.where import Page, url

FACILITATOR = "facilitator"


def on_wall(title: str) -> Callable[[], str]:
    def path() -> str:
        found = apps.get_model("workshops.Workshop").objects.get(title__startswith=title)
        return reverse("workshops:projector", args=[found.pk])

    return path


def joining(*then: str) -> State:
    """In as a resident, and there what the selectors press one after the other."""

    def joined(tab: Tab) -> None:
        tab.get_by_text("Ik ben inwoner").click()
        tab.locator("main button[type=submit]").click()
        tab.wait_for_url("**/meedoen/nu/")
        for selector in then:
            tab.locator(selector).first.click()
            tab.wait_for_load_state()

    return joined


def door(code: str) -> Callable[[], str]:
    return url("workshops:join-code", code)


def wrong_code(tab: Tab) -> None:
    tab.locator("#id_code").fill("CCCCCC")
    tab.locator("main button[type=submit]").click()
    tab.wait_for_url("**/CCCCCC/")


ROOMS = [
    Page("join", url("workshops:join"), who=""),
    Page("join-refused", url("workshops:join"), who="", state=wrong_code),
    Page("join-as", door("K7F3QX"), who=""),
    Page("phone", door("K7F3QX"), who="", state=joining()),
    Page("phone-waiting", door("CCCDDD"), who="", state=joining()),
    Page("phone-feelings", door("K7F3QC"), who="", state=joining(".face-choice")),
    Page("phone-around", door("K7F3QJ"), who="", state=joining("#way-after")),
    Page("phone-votes", door("K7F3QF"), who="", state=joining("#vote-bar", "[data-more]")),
    Page("phone-votes-many", door("K7F3QG"), who="", state=joining("#vote-bar")),
    Page("phone-notes", door("K7F3QX"), who="", state=joining("#vote-bar")),
    Page("projector", on_wall("Aan de muur"), who=FACILITATOR),
    Page("projector-waiting", on_wall("Wachten"), who=FACILITATOR),
    Page("projector-hidden", on_wall("Nog verborgen"), who=FACILITATOR),
    Page("projector-nothing", on_wall("Nog niets"), who="viewer"),
    Page("projector-votes", on_wall("Stemmen"), who=FACILITATOR),
    Page("projector-many", on_wall("Veertig"), who=FACILITATOR),
    Page("projector-paused", on_wall("Even pauze"), who=FACILITATOR),
    Page("projector-around", on_wall("Rondkijken"), who=FACILITATOR),
    Page("projector-ended", on_wall("Voorbij"), who=FACILITATOR),
]
