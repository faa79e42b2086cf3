"""Which pages are pictured, as whom and in which state. A new page is one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from playwright.sync_api import Page as Tab


def as_it_comes(tab: Tab) -> None:
    """The state of a page that nobody has touched."""


@dataclass(frozen=True)
class Page:
    name: str
    path: Callable[[], str]  # asked for when the worked example is there
    who: str = "editor"  # a role in the demo organisation; "newcomer" has an empty one, "" is signed out
    state: Callable[[Tab], None] = as_it_comes


def url(name: str, *arguments: object) -> Callable[[], str]:
    return lambda: reverse(name, args=arguments)


def first(model: str, name: str) -> Callable[[], str]:
    """The page of the first row of a model ("journeys.Journey")."""

    def path() -> str:
        from django.apps import apps

        return reverse(name, args=[apps.get_model(model).objects.order_by("pk").first().pk])

    return path


def send(tab: Tab) -> None:
    """Press the button of the form as it is: empty, so it is refused."""
    tab.locator("main form[method=post] button[type=submit]").first.click()
    tab.wait_for_load_state()


def open_account_menu(tab: Tab) -> None:
    tab.locator("[popovertarget=account-menu]").click()


PAGES = [
    Page("sign-in", url("account_login"), who=""),
    Page("sign-in-refused", url("account_login"), who="", state=send),
    Page("password-reset", url("account_reset_password"), who=""),
    Page("password-change", url("account_change_password")),
    Page("sign-out", url("account_logout")),
    Page("style", url("style-page")),
    Page("home", url("home")),
    Page("home-menu", url("home"), who="administrator", state=open_account_menu),
    Page("home-empty", url("home"), who="newcomer"),
    Page("journeys", url("journeys:journey-list")),
    Page("journeys-empty", url("journeys:journey-list"), who="newcomer"),
    Page("journey", first("journeys.Journey", "journeys:journey-map")),
    Page("journey-as-viewer", first("journeys.Journey", "journeys:journey-map"), who="viewer"),
    Page("journey-new", url("journeys:journey-new")),
    Page("journey-new-refused", url("journeys:journey-new"), state=send),
    Page("journey-delete", first("journeys.Journey", "journeys:journey-delete")),
    Page("personas", url("personas:persona-list")),
    Page("persona", first("personas.Persona", "personas:persona-page")),
    Page("persona-edit", first("personas.Persona", "personas:persona-edit")),
    Page("persona-new-refused", url("personas:persona-new"), state=send),
    Page("personas-empty", url("personas:persona-list"), who="newcomer"),
    Page("touchpoints", url("touchpoints:touchpoint-list")),
    Page("touchpoint", first("touchpoints.Touchpoint", "touchpoints:touchpoint-page")),
    Page("touchpoint-new", url("touchpoints:touchpoint-new")),
    Page("life-events", url("journeys:life-event-list")),
    Page("life-event", first("journeys.LifeEvent", "journeys:life-event-page")),
    Page("organisations", url("organisations:switch"), who="administrator"),
    Page("account", url("organisations:account")),
    Page("administration", url("admin:index"), who="administrator"),
    Page("not-found", lambda: "/bestaat-niet/"),
]
