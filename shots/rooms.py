"""The wall of a session, and the phone of someone who joins there."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from django.apps import apps
from django.core.signing import get_cookie_signer
from django.urls import reverse
from playwright.sync_api import Page as Tab

from shots.room_world import NOTES, token_of
from shots.states import State, press
from shots.where import Page, url
from workshops.ticket import COOKIE, SALT

FACILITATOR = "facilitator"


def session(title: str):
    return apps.get_model("workshops.Workshop").objects.get(title__startswith=title)


def on_wall(title: str) -> Callable[[], str]:
    return lambda: reverse("workshops:projector", args=[session(title).pk])


def console(title: str) -> Callable[[], str]:
    return lambda: reverse("workshops:workshop-console", args=[session(title).pk])


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


def ticket(title: str, note: str = "") -> Callable[[], str]:
    """The door, with the ticket of who took part in a session in the address, for `with_ticket`.

    `note`: the own note that is being changed.
    """

    def path() -> str:
        found = session(title)
        held = get_cookie_signer(salt=COOKIE + SALT).sign(f"{found.pk}:{token_of(found)}")
        to = f"{reverse('workshops:phone')}?verander={found.notes.get(text=note).pk}" if note else ""
        return f"{reverse('workshops:join')}?{urlencode({'kaartje': held, 'naar': to})}"

    return path


def with_ticket(tab: Tab) -> None:
    """On the phone of who holds the ticket in the address."""
    asked = parse_qs(urlsplit(tab.url).query)
    door_at = reverse("workshops:join")
    cookie = {"name": COOKIE, "value": asked["kaartje"][0], "path": door_at}
    tab.context.add_cookies([cookie | {"domain": urlsplit(tab.url).hostname}])
    tab.goto(urljoin(tab.url, asked.get("naar", [reverse("workshops:phone")])[0]))


def caught_typing(tab: Tab) -> None:
    """With a text that was begun before the round ended."""
    with_ticket(tab)
    tab.evaluate(
        "localStorage.setItem(`room-draft/${document.body.dataset.participant}`, "
        "JSON.stringify({text: 'Niemand begint er', kind: 'pain', "
        "title: document.querySelector('[data-draft-of]').dataset.title}))"
    )
    tab.reload()
    tab.wait_for_selector("#note-text", state="visible")


def note_refused(tab: Tab) -> None:
    tab.locator("#note-write summary").click()
    tab.locator("#note-write-send").click()
    tab.wait_for_selector("#note-write [data-invalid]")


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
    Page("phone-nothing", ticket("Tussendoor"), who="", state=with_ticket),
    Page("phone-late", ticket("Tussendoor"), who="", state=caught_typing),
    Page("phone-paused", ticket("Even pauze"), who="", state=with_ticket),
    Page("phone-paused-typing", ticket("Even pauze"), who="", state=caught_typing),
    Page("phone-changing", ticket("Nog verborgen", NOTES["pain"][0]), who="", state=with_ticket),
    Page("phone-ended", ticket("Voorbij"), who="", state=with_ticket),
    Page("phone-removed", ticket("Stemmen"), who="", state=with_ticket),
    Page("join-closed", door("K7F3QM"), who=""),
    Page("console-paused", console("Even pauze"), who=FACILITATOR),
    Page("console-nothing", console("Nog niets"), who=FACILITATOR),
    Page("console-closed", console("Deur dicht"), who=FACILITATOR),
    Page("console-votes", console("Stemmen"), who=FACILITATOR),
    Page("console-note", console("Nog verborgen"), who=FACILITATOR, state=press("#note-write summary")),
    Page("console-note-refused", console("Nog verborgen"), who=FACILITATOR, state=note_refused),
    Page("projector", on_wall("Aan de muur"), who=FACILITATOR),
    Page("projector-waiting", on_wall("Wachten"), who=FACILITATOR),
    Page("projector-waiting-closed", on_wall("Nog dicht"), who=FACILITATOR),
    Page("projector-closed", on_wall("Deur dicht"), who=FACILITATOR),
    Page("projector-hidden", on_wall("Nog verborgen"), who=FACILITATOR),
    Page("projector-nothing", on_wall("Nog niets"), who="viewer"),
    Page("projector-votes", on_wall("Stemmen"), who=FACILITATOR),
    Page("projector-many", on_wall("Veertig"), who=FACILITATOR),
    Page("projector-paused", on_wall("Even pauze"), who=FACILITATOR),
    Page("projector-around", on_wall("Rondkijken"), who=FACILITATOR),
    Page("projector-ended", on_wall("Voorbij"), who=FACILITATOR),
]
