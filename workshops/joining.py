"""The way into a session: by its code, which can't be guessed or tried."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshops.codes import LENGTH, normalised
from workshops.leading import lock
from workshops.models import Participant, Tries, Workshop
from workshops.models.participant import LONGEST_NAME
from workshops.refusals import DoorClosed, Over, TooManyTries, UnknownCode

# Wrong codes within ten minutes: of one address (a town hall has many people behind one), and of all.
FROM_ONE, FROM_ALL = 20, 300
FROM_EVERYWHERE = ""
# A form that is sent again within this time was pressed twice.
TWICE = timedelta(minutes=1)
JOINS = "workshops.joins"
# Trees, birds and waters: nobody is a fox or a weed.
NAMES = (
    *(gettext_lazy("Willow"), gettext_lazy("Heron"), gettext_lazy("Beech"), gettext_lazy("Swallow")),
    *(gettext_lazy("Oak"), gettext_lazy("Lapwing"), gettext_lazy("Birch"), gettext_lazy("Kingfisher")),
    *(gettext_lazy("Lime"), gettext_lazy("Robin"), gettext_lazy("Maple"), gettext_lazy("Blackbird")),
    *(gettext_lazy("Hazel"), gettext_lazy("Goldfinch"), gettext_lazy("Alder"), gettext_lazy("Stork")),
    *(gettext_lazy("Poplar"), gettext_lazy("Wren"), gettext_lazy("Rowan"), gettext_lazy("Plover")),
    *(gettext_lazy("Elm"), gettext_lazy("Starling"), gettext_lazy("Larch"), gettext_lazy("Sandpiper")),
)


def find_workshop(code: str, address: str | None) -> Workshop:
    """The session that this code opens, for someone at this network address.

    Raises `TooManyTries` (also for a right code: it would tell that it is), `UnknownCode`, `DoorClosed`.
    """
    # Counted before it is looked up, so that many tries at once can't slip through together.
    counts = [Tries.add(who) for who in tries_of(address)]
    if counts[0] > FROM_ONE or counts[1] > FROM_ALL:
        raise TooManyTries
    workshop = with_code(normalised(code))
    if workshop is None:
        raise UnknownCode
    for who in tries_of(address):
        Tries.add(who, -1)
    if not workshop.admits:
        raise DoorClosed
    return workshop


def with_code(code: str) -> Workshop | None:
    if len(code) != LENGTH:
        return None
    found = Workshop.objects.not_ended().select_related("organisation").filter(code=code).first()
    return found if found and not found.is_over else None


def tries_of(address: str | None) -> tuple[str, str]:
    """What is counted: the address, which can't be read back from it, and all together."""
    Tries.forget()
    return salted_hmac("workshops.joining", address or "?", algorithm="sha256").hexdigest(), FROM_EVERYWHERE


def friendly_name(workshop: Workshop) -> str:
    """One to begin with, that nobody in the session has."""
    taken = set(workshop.participants.values_list("nickname", flat=True))
    free = [str(name) for name in NAMES if str(name) not in taken]
    return secrets.choice(free) if free else free_name(str(secrets.choice(NAMES)), taken)


def free_name(name: str, taken: set[str]) -> str:
    """The name, or the name with the first number that makes it somebody else."""
    number, found = 1, name
    while found in taken:
        number += 1
        end = f" {number}"
        found = name[: LONGEST_NAME - len(end)] + end
    return found


def form_token() -> str:
    """Goes along with the form by which someone joins, so that sent twice it makes one participant."""
    return Signer(salt=JOINS).sign(secrets.token_urlsafe(16))


def token_for(once: str) -> str:
    """What the browser of who sent this form holds: the same for the same form, and for others a secret."""
    try:
        return salted_hmac(JOINS, Signer(salt=JOINS).unsign(once), algorithm="sha256").hexdigest()
    except BadSignature:
        return secrets.token_urlsafe(32)


def join(workshop: Workshop, *, nickname: str, kind: str, once: str = "") -> tuple[Participant, str]:
    """Take part; gives the token for their browser, which is kept nowhere. Raises `Over` and `DoorClosed`.

    `once`: a `form_token`. The same form again, shortly after, is the same person.
    """
    token = token_for(once)
    with transaction.atomic():
        locked = lock(workshop)
        if locked.is_over:
            raise Over
        known = locked.participants.present().filter(digest=digest_of(token)).first()
        if known and known.joined_at > timezone.now() - TWICE:
            return known, token
        if not locked.admits:
            raise DoorClosed
        if known:  # an old form, by who uses this phone after them
            token = secrets.token_urlsafe(32)
        name = " ".join(nickname.split())[:LONGEST_NAME].strip() or friendly_name(locked)
        taken = set(locked.participants.values_list("nickname", flat=True))
        participant = Participant.objects.create(
            organisation_id=locked.organisation_id,
            workshop=locked,
            nickname=free_name(name, taken),
            kind=kind,
            digest=digest_of(token),
        )
    return participant, token


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def participant_of(token: str) -> Participant | None:
    """Who holds this token; None where it is unknown, they were sent out, or the session has ended."""
    if not token:
        return None
    people = Participant.objects.present().select_related("workshop__organisation", "workshop__step")
    found = people.filter(digest=digest_of(token)).first()
    if found and found.workshop.is_over:
        found.workshop.end()
        return None
    return found


def short_address() -> str:
    """Where to type the code, as it stands on the wall: without what every browser adds itself."""
    return settings.SITE_URL.partition("://")[2].rstrip("/") or _("the address of this site")
