"""What the browser of a participant holds: signed, read by no script, and sent to the phone's pages alone."""

from dataclasses import dataclass

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from workshops.models import Participant
from workshops.models.workshop import WAITS

COOKIE, SALT = "deelname", "workshops.ticket"


@dataclass(frozen=True, slots=True)
class Ticket:
    """`workshop` by its number: it tells a session that has ended from one that never was."""

    workshop: int
    token: str


def hand_out(request: HttpRequest, response: HttpResponse, participant: Participant, token: str) -> None:
    """It outlives a restart of the browser, as long as a paused session waits."""
    response.set_signed_cookie(
        COOKIE,
        f"{participant.workshop_id}:{token}",
        salt=SALT,
        max_age=WAITS,
        path=reverse("workshops:join"),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def take_in(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=reverse("workshops:join"), samesite="Lax")


def ticket_of(request: HttpRequest) -> Ticket | None:
    """None without one, and for one that was tampered with."""
    try:
        value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=WAITS)
    except BadSignature:
        return None
    number, _colon, token = value.partition(":")
    return Ticket(int(number), token) if number.isdigit() and token else None
