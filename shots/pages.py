"""Which pages are pictured and checked, as whom and in which state. A new page is one line here.

`make shots` takes pictures of them, the browser tests let axe look at them, and one test checks their HTML.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from shots.cast import KNOWN, LONG, NEW, OLD, SHORT
from shots.states import AFTER, BEFORE, DELETE, State, as_it_comes, editing, press, refused, send, ticked


@dataclass(frozen=True)
class Page:
    name: str
    path: Callable[[], str]  # asked for when the worked example is there
    who: str = "editor"  # one of shots/cast.py; "" is signed out
    state: State = as_it_comes


def url(name: str, *arguments: object, query: str = "") -> Callable[[], str]:
    return lambda: reverse(name, args=arguments) + query


def first(model: str, address: str, query: str = "", /, **where: object) -> Callable[[], str]:
    """The page of the first row of a model ("journeys.Journey"), with those values."""
    return lambda: reverse(address, args=[row(model, **where).pk]) + query


def on_map(name: str, model: str = "journeys.Step", of: str = "phase__journey") -> Callable[[], str]:
    """A page under the map of the first journey, of the first row of a model there."""

    def path() -> str:
        journey = row("journeys.Journey")
        return reverse(f"journeys:{name}", args=[journey.pk, row(model, **{of: journey}).pk])

    return path


def row(model: str, /, **where: object):
    from django.apps import apps

    return apps.get_model(model).objects.filter(**where).order_by("pk").first()


MAP = first("journeys.Journey", "journeys:journey-map")
DESIRED = first("journeys.Journey", "journeys:journey-map", kind="to_be")
SHORT_MAP = first("journeys.Journey", "journeys:journey-map", title=SHORT)
LONG_MAP = first("journeys.Journey", "journeys:journey-map", title=LONG)
JOURNEY, PERSONA = "journeys.Journey", "personas.Persona"
EVENT, TOUCHPOINT = "journeys.LifeEvent", "touchpoints.Touchpoint"
PARTY, PRODUCT = "touchpoints.Party", "touchpoints.Product"
INTERVIEW, FINDING = "personas.Interview", "personas.Finding"
TALK = partial(first, INTERVIEW, code="G60")
HEARD = partial(first, FINDING, kind="resident")


def linked_finding() -> str:
    """What a finding is about, in a journey that rests on it."""
    journey = row(JOURNEY, title=LONG)
    return f"{HEARD('journeys:finding-link')()}?klantreis={journey.pk}"


def unlinked_finding() -> str:
    """A finding of the worked example, in the desired journey."""
    journey = row(JOURNEY, kind="to_be")
    finding = row(FINDING, evidence__journey=row(JOURNEY))
    return f"{reverse('journeys:finding-link', args=[finding.pk])}?klantreis={journey.pk}"


def situation(action: str) -> Callable[[], str]:
    """A page of a situation that steps are only for."""

    def path() -> str:
        found = row("journeys.Situation", step_situations__isnull=False)
        return reverse(f"journeys:situation-{action}", args=[found.life_event_id, found.pk])

    return path


def copied() -> str:
    """From the first journey to the desired one."""
    journeys = [row(JOURNEY).pk, row(JOURNEY, kind="to_be").pk]
    return reverse("journeys:copy-to", args=journeys)


ENTRANCE = [
    Page("sign-in", url("account_login"), who=""),
    Page("sign-in-refused", url("account_login"), who="", state=send),
    Page("password-reset", url("account_reset_password"), who=""),
    Page("password-reset-refused", url("account_reset_password"), who="", state=send),
    Page("password-reset-sent", url("account_reset_password_done"), who=""),
    Page("password-reset-old-link", url("account_reset_password_from_key", "1", "old"), who=""),
    Page("password-reset-done", url("account_reset_password_from_key_done"), who=""),
    Page("invitation", url("organisations:invitation", NEW), who=""),
    Page("invitation-refused", url("organisations:invitation", NEW), who="", state=send),
    Page("invitation-known", url("organisations:invitation", KNOWN), who=""),
    Page("invitation-join", url("organisations:invitation", KNOWN), who="newcomer"),
    Page("invitation-other", url("organisations:invitation", NEW)),
    Page("invitation-withdrawn", url("organisations:invitation", OLD), who=""),
    Page("invitation-made-up", url("organisations:invitation", "verzonnen"), who=""),
    Page("account-closed", url("account_inactive"), who=""),
    Page("password-change", url("account_change_password")),
    Page("password-change-refused", url("account_change_password"), state=send),
    Page("sign-out", url("account_logout")),
    Page("no-organisation", url("home"), who="nobody"),
    Page("account", url("organisations:account")),
    Page("account-refused", url("organisations:account"), who="nobody", state=send),
    Page("organisation", url("organisations:switch")),
    Page("organisations", url("organisations:switch"), who="administrator"),
]

SUBJECTS = [
    Page("home", url("home")),
    Page("home-as-viewer", url("home"), who="viewer"),
    Page("home-menu", url("home"), who="administrator", state=press("[popovertarget=account-menu]")),
    Page("home-empty", url("home"), who="newcomer"),
    Page("home-empty-as-viewer", url("home"), who="guest"),
    Page("home-nothing-found", url("home", query="?zoek=xyzzy")),
    Page("journeys", url("journeys:journey-list")),
    Page("journeys-empty", url("journeys:journey-list"), who="newcomer"),
    Page("journeys-nothing-found", url("journeys:journey-list", query="?zoek=xyzzy")),
    Page("journey-new", url("journeys:journey-new")),
    Page("journey-new-refused", url("journeys:journey-new"), state=send),
    Page("journey-edit", first(JOURNEY, "journeys:journey-edit")),
    Page("journey-delete", first(JOURNEY, "journeys:journey-delete")),
    Page("personas", url("personas:persona-list")),
    Page("personas-empty", url("personas:persona-list"), who="newcomer"),
    Page("personas-many", url("personas:persona-list"), who="busy"),
    Page("persona", first(PERSONA, "personas:persona-page")),
    Page("persona-as-viewer", first(PERSONA, "personas:persona-page"), who="viewer"),
    Page("persona-bare", first(PERSONA, "personas:persona-page", name="Persona 1"), who="busy"),
    Page("persona-wall", first(PERSONA, "personas:persona-wall"), who="viewer"),
    Page("persona-wall-bare", first(PERSONA, "personas:persona-wall", name="Persona 1"), who="busy"),
    Page("persona-copy", lambda: f"{reverse('personas:persona-new')}?kopie={row(PERSONA).pk}"),
    Page("persona-new-refused", url("personas:persona-new"), state=send),
    Page("persona-edit", first(PERSONA, "personas:persona-edit")),
    Page("persona-in-use", first(PERSONA, "personas:persona-delete")),
    Page("persona-delete", first(PERSONA, "personas:persona-delete", name="Persona 1"), who="busy"),
    Page("interviews", url("personas:interview-list"), who="busy"),
    Page("interviews-empty", url("personas:interview-list"), who="newcomer"),
    Page("interview", TALK("personas:interview-page"), who="busy"),
    Page("interview-bare", first(INTERVIEW, "personas:interview-page", code="G01"), who="busy"),
    Page("interview-new-refused", url("personas:interview-new"), state=send),
    Page("interview-edit", TALK("personas:interview-edit"), who="busy"),
    Page("interview-delete", TALK("personas:interview-delete"), who="busy"),
    Page("findings", url("personas:finding-list")),
    Page("findings-empty", url("personas:finding-list"), who="newcomer"),
    Page("finding", HEARD("personas:finding-page"), who="busy"),
    Page("finding-read", first(FINDING, "personas:finding-page")),
    Page("finding-as-viewer", first(FINDING, "personas:finding-page"), who="viewer"),
    Page("finding-new-refused", url("personas:finding-new"), state=send),
    Page("finding-edit", HEARD("personas:finding-edit"), who="busy"),
    Page("finding-in-use", HEARD("personas:finding-delete"), who="busy"),
    Page("finding-link-choose", first(FINDING, "journeys:finding-link")),
    Page("finding-link", linked_finding, who="busy"),
    Page("finding-link-refused", unlinked_finding, state=send),
    Page("touchpoints", url("touchpoints:touchpoint-list")),
    Page("touchpoints-empty", url("touchpoints:touchpoint-list"), who="newcomer"),
    Page("touchpoints-many", url("touchpoints:touchpoint-list", query="?pagina=2"), who="busy"),
    Page("touchpoint", first(TOUCHPOINT, "touchpoints:touchpoint-page")),
    Page("touchpoint-bare", first(TOUCHPOINT, "touchpoints:touchpoint-page", name="Loket 70"), who="busy"),
    Page("touchpoint-new-refused", url("touchpoints:touchpoint-new"), state=send),
    Page("touchpoint-edit", first(TOUCHPOINT, "touchpoints:touchpoint-edit")),
    Page("touchpoint-move-refused", first(TOUCHPOINT, "journeys:touchpoint-move"), state=send),
    Page("touchpoint-in-use", first(TOUCHPOINT, "touchpoints:touchpoint-delete")),
    Page("parties", url("touchpoints:party-list")),
    Page("parties-empty", url("touchpoints:party-list"), who="newcomer"),
    Page("party", first(PARTY, "touchpoints:party-page", kind="own")),
    Page("party-new-refused", url("touchpoints:party-new"), state=send),
    Page("party-edit", first(PARTY, "touchpoints:party-edit")),
    Page("party-in-use", first(PARTY, "touchpoints:party-delete")),
    Page("products", url("touchpoints:product-list")),
    Page("products-empty", url("touchpoints:product-list"), who="newcomer"),
    Page("product", first(PRODUCT, "touchpoints:product-page")),
    Page("product-new-refused", url("touchpoints:product-new"), state=send),
    Page("product-in-use", first(PRODUCT, "touchpoints:product-delete")),
    Page("life-events", url("journeys:life-event-list")),
    Page("life-events-empty", url("journeys:life-event-list"), who="newcomer"),
    Page("life-event", first(EVENT, "journeys:life-event-page")),
    Page("life-event-new-refused", url("journeys:life-event-new"), state=send),
    Page("life-event-edit", first(EVENT, "journeys:life-event-edit")),
    Page("life-event-in-use", first(EVENT, "journeys:life-event-delete")),
    Page("life-event-as-viewer", first(EVENT, "journeys:life-event-page"), who="viewer"),
    Page("situation-new-refused", first(EVENT, "journeys:situation-new"), state=send),
    Page("situation-edit", situation("edit")),
    Page("situation-in-use", situation("delete")),
    Page("style", url("style-page")),
    Page("not-found", lambda: "/bestaat-niet/"),
    Page("not-allowed", url("journeys:journey-new"), who="viewer"),
    Page("not-understood", lambda: "/?zoek=%00"),
]

MANAGER = "administrator"
ADMINISTRATION = [
    Page("administration", url("admin:index"), who=MANAGER),
    Page("administration-history", url("admin:history"), who=MANAGER),
    Page("administration-history-nothing", url("admin:history", query="?zoek=xyzzy"), who=MANAGER),
    Page("administration-people", url("admin:organisations_user_changelist"), who=MANAGER),
    Page(
        "administration-person",
        first("organisations.User", "admin:organisations_user_change", email="viewer@waterrijk.example"),
        who=MANAGER,
    ),
    Page("administration-invitations", url("admin:organisations_invitation_changelist"), who=MANAGER),
    Page(
        "administration-invitation",
        first("organisations.Invitation", "admin:organisations_invitation_change"),
        who=MANAGER,
    ),
    Page(
        "administration-invite-refused",
        url("admin:organisations_invitation_add"),
        who=MANAGER,
        state=press("[name=_save]"),
    ),
    Page(
        "administration-organisation",
        first("organisations.Organisation", "admin:organisations_organisation_change", slug="waterrijk"),
        who=MANAGER,
    ),
    Page("administration-list", url("admin:touchpoints_touchpoint_changelist"), who=MANAGER),
]

MAPS = [
    Page("journey", MAP),
    Page("journey-as-viewer", MAP, who="viewer"),
    Page("journey-desired", DESIRED),
    Page("journey-situation", first(JOURNEY, "journeys:journey-map", "?situatie=ongehuwd")),
    Page("journey-short", SHORT_MAP, who="busy"),
    Page("journey-long", LONG_MAP, who="busy"),
    Page("journey-definition", MAP, state=press("#figures summary")),
    Page("journey-situations", MAP, state=press("[data-situations] summary")),
    Page("journey-lanes", MAP, state=press("[data-lane-choice] summary")),
    Page("journey-lanes-hidden", first(JOURNEY, "journeys:journey-map", "?lanen=doing&lanen=pains")),
    Page("journey-phases", MAP, state=press("[data-phases] summary")),
    Page("journey-folded", LONG_MAP, who="busy", state=press("[data-fold]")),
    Page("pains", first(JOURNEY, "journeys:pains")),
    Page("pains-open", first(JOURNEY, "journeys:pains", "?groep=beeld&alleen=open"), who="viewer"),
    Page("pains-empty", first(JOURNEY, "journeys:pains", title=SHORT)),
    Page("insights", first(JOURNEY, "journeys:insights")),
    Page("insights-open", first(JOURNEY, "journeys:insights"), state=press("#blind_days summary")),
    Page("insights-empty", first(JOURNEY, "journeys:insights", title=SHORT), who="viewer"),
    Page("outline", first(JOURNEY, "journeys:outline")),
    Page("outline-as-viewer", first(JOURNEY, "journeys:outline", "?situatie=ongehuwd"), who="viewer"),
    Page("outline-long", first(JOURNEY, "journeys:outline", title=LONG), who="busy"),
    Page("outline-panel", first(JOURNEY, "journeys:outline"), state=press(".outline [data-panel]")),
    Page("journey-found", first(JOURNEY, "journeys:journey-map", "?zoek=gemeente")),
    Page("keys", url("journeys:keyboard")),
    Page("journey-keys", MAP, state=press("[data-keyboard-map]")),
    Page("journey-step-editor", MAP, state=editing(".cell--head .cell__edit")),
    Page("journey-moment-refused", MAP, state=refused(".cell--head .cell__edit", "offset_days", "ooit")),
    Page("journey-step-after", MAP, state=editing(".cell--head .cell__edit", then=AFTER)),
    Page("journey-step-before", MAP, state=editing(".cell--head .cell__edit", then=BEFORE)),
    Page("journey-step-delete", MAP, state=editing(".cell--head .cell__edit", then=DELETE)),
    Page("journey-doing-editor", MAP, state=editing("[data-lane=doing] .cell__edit")),
    Page("journey-thinking-editor", MAP, state=editing("[data-lane=thinking] .cell__edit")),
    Page("journey-feeling-editor", MAP, state=editing("[data-lane=feeling] .cell__edit")),
    Page("journey-contact-editor", MAP, state=editing("[data-lane=contacts] .chip")),
    Page("journey-contact-new", MAP, state=editing("[data-lane=contacts] .cell__add")),
    Page("journey-pain-editor", MAP, state=editing("[data-lane=pains] .card__text")),
    Page("journey-pain-new", MAP, state=editing("[data-lane=pains] .cell__add")),
    Page("journey-pain-refused", MAP, state=refused("[data-lane=pains] .cell__add", "text", "")),
    Page("journey-pain-delete", MAP, state=editing("[data-lane=pains] .card__text", then=DELETE)),
    Page("journey-rule-editor", MAP, state=editing("[data-lane=facts] .card__text")),
    Page("journey-rule-new", MAP, state=editing("[data-lane=facts] .cell__add")),
    Page("journey-improvement-editor", MAP, state=editing("[data-lane=improvements] .card__text")),
    Page("journey-improvement-new", MAP, state=editing("[data-lane=improvements] .cell__add")),
    Page("journey-process-editor", MAP, state=editing("[data-lane=processes] .card__text")),
    Page("journey-process-new", MAP, state=editing("[data-lane=processes] .cell__add")),
    Page("journey-panel", MAP, state=press("#map [data-panel]")),
    Page("journey-phase-editor", MAP, state=editing(".phase__name .cell__edit")),
    Page("journey-phase-after", MAP, state=editing(".phase__name .cell__edit", then=AFTER)),
    Page("journey-phase-delete", MAP, state=editing(".phase__name .cell__edit", then=DELETE)),
    Page("history", first(JOURNEY, "journeys:history")),
    Page("history-as-viewer", first(JOURNEY, "journeys:history"), who="viewer"),
    Page("history-point", on_map("history-point", "journeys.Change", "journey")),
    Page("history-name", on_map("history-name", "journeys.Change", "journey")),
    Page("journey-chosen", MAP, state=ticked()),
    Page("journey-chosen-move", MAP, state=ticked("plaats")),
    Page("journey-chosen-delete", MAP, state=ticked("verwijderen")),
    Page("step-move", on_map("step-move")),
    Page("phase-move", on_map("phase-move", "journeys.Phase", "journey")),
    Page("copy-choose", first(JOURNEY, "journeys:copy-choose")),
    Page("copy-lane", copied),
    Page("copy-step-refused", lambda: f"{copied()}?stap={row('journeys.Step').pk}", state=send),
    Page("step", on_map("step-detail")),
    Page("step-as-viewer", on_map("step-detail"), who="viewer"),
    Page("step-findings", on_map("step-findings")),
    Page("step-finding-link", on_map("step-finding-link")),
    Page("improvement-new-refused", first(JOURNEY, "improvements:improvement-new"), state=send),
    Page("step-finding-new-refused", on_map("step-finding-new"), state=send),
    Page("step-head", on_map("step-head")),
    Page("step-head-refused", on_map("step-head"), state=send),
    Page("step-feeling", on_map("step-feeling")),
    Page("step-delete", on_map("step-delete")),
    Page("phase", on_map("phase-edit", "journeys.Phase", "journey")),
    Page("encounter", on_map("encounter-edit", "journeys.Encounter", "step__phase__journey")),
    Page("encounter-new-refused", on_map("encounter-new"), state=send),
    Page("pain-new-refused", on_map("pain-new"), state=send),
]

PAGES = [*ENTRANCE, *SUBJECTS, *ADMINISTRATION, *MAPS]
