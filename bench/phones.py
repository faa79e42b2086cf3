"""Sessions with phones in them, and how soon all of a session show the step that they are brought to."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from statistics import median

from django.core.signing import get_cookie_signer
from django.urls import reverse

from journeys.models import Journey
from organisations.models import User
from workshops.joining import join
from workshops.models import Workshop
from workshops.room_stream import phone_mark
from workshops.ticket import COOKIE, SALT

STEPS_WALKED = 10
PATIENCE = 3  # seconds between two steps: until the last phone has its page


class Room:
    """A session that goes on, with the cookie of each phone."""

    def __init__(self, journey: Journey, phones: int, by: User) -> None:
        self.workshop = Workshop.prepare(
            title="Om te meten", journeys=[journey], organisation=journey.organisation, by=by
        )
        self.workshop.open(by=by)
        self.by = by
        self.cookies = [self._phone() for _ in range(phones)]

    def _phone(self) -> str:
        _participant, token = join(self.workshop, nickname="", kind="resident")
        held = get_cookie_signer(salt=COOKIE + SALT).sign(f"{self.workshop.pk}:{token}")
        return f"{COOKIE}={held}"

    def streams(self, page: str = "") -> list[list]:
        """What bench.streams is asked: one stream for each phone; `page`: what it shows after each event."""
        self.workshop.refresh_from_db()
        path = f"{reverse('workshops:phone-stream')}?versie={phone_mark(self.workshop)}"
        return [[path, cookie, 1, page] for cookie in self.cookies]

    def walk(self) -> Iterator[float]:
        """Bring everyone to the next step, and tell when that was committed."""
        for step in list(self.workshop.steps())[1 : STEPS_WALKED + 1]:
            self.workshop.bring_to(step, by=self.by)
            yield time.time()
            time.sleep(PATIENCE)


def measure(room: Room, listening: AbstractContextManager) -> str:
    """`listening`: the clients of this room, each of which asks for its page."""
    with listening as clients:
        moments = list(room.walk())
        told = clients.told()
    seconds = [
        [at[number][0] - moment for at in told if len(at) > number] for number, moment in enumerate(moments)
    ]
    lost = sum(max(0, len(moments) - len(at)) for at in told)
    last = median(max(each) for each in seconds)
    each = median(one for some in seconds for one in some)
    return (
        f"  a step for {len(told)} phones: each has its page after {each * 1000:.0f} ms, the last after "
        f"{last * 1000:.0f} ms (median of {len(moments)} steps), lost {lost}"
    )
