"""Which lanes of the map someone wants to see: said by the address, and else remembered in a cookie."""

from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organisations.middleware import OrganisationRequest

PARAMETER, ALL = "lanen", "alle"
A_YEAR = 365 * 24 * 3600
NAMES = {
    "doing": _("Doing"),
    "thinking": _("Thinking and needs"),
    "feeling": _("Heartbeat"),
    "contacts": _("Contact"),
    "pains": _("Pains"),
    "improvements": _("Improvements"),
    "facts": _("Rules"),
    "processes": _("Behind the counter"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    key: str
    name: str | Promise
    hidden: bool


def lanes(hidden: tuple[str, ...]) -> list[Lane]:
    return [Lane(key, name, key in hidden) for key, name in NAMES.items()]


def hidden_lanes(request: OrganisationRequest, said: QueryDict | None = None) -> tuple[str, ...]:
    """An address names what is shown, as the form does that makes it; unknown names hide nothing.

    `said`: what another address than that of the request says.
    """
    said = request.GET if said is None else said
    if PARAMETER in said:
        shown = said.getlist(PARAMETER)
        return () if ALL in shown else tuple(lane for lane in NAMES if lane not in shown)
    remembered = request.COOKIES.get(_cookie(request), "").split(".")
    return tuple(lane for lane in NAMES if lane in remembered)


def remember(request: OrganisationRequest, response: HttpResponse) -> HttpResponse:
    """For this person, on every map that is opened in this browser, when the address made a choice."""
    if PARAMETER in request.GET:
        response.set_cookie(
            _cookie(request),
            ".".join(hidden_lanes(request)),
            max_age=A_YEAR,
            path="/klantreizen/",
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return response


def _cookie(request: OrganisationRequest) -> str:
    return f"lanen-{request.user.pk}"
