"""The text that invites to a workshop, ready to copy and to change."""

from collections.abc import Sequence
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.models import Pain
from processes.gathering import Guest

LONGEST_MAIL = 1500  # what every mail program takes in an address


def subject_of(about: str) -> str:
    return _("Workshop about “%(about)s”") % {"about": about}


def invitation(about: str, persona: str, pains: Sequence[Pain], guests: Sequence[Guest], address: str) -> str:
    """`about`: what it is called; `persona`: whose journey it is; `address`: where it can be seen."""
    count = ngettext("%(count)s pain", "%(count)s pains", len(pains)) % {"count": len(pains)}
    lines = [
        _("Dear colleagues and partners,"),
        "",
        _("We invite you to a workshop about “%(about)s”, the journey of %(persona)s.")
        % {"about": about, "persona": persona},
        _("We look at it from the side of the resident, and solve together what hurts: %(count)s.")
        % {"count": count},
        "",
        _("When: [day and time]"),
        _("Where: [place]"),
        "",
        _("What we talk about:"),
        *(f"- {pain.text}" for pain in pains),
        "",
        _("Whom we invite, and why:"),
        *(f"- {guest.name}: {'; '.join(guest.reasons)}." for guest in guests),
        "",
        _("Look at the journey beforehand: %(address)s") % {"address": address},
        "",
        _("Kind regards,"),
        _("[your name]"),
    ]
    return "\n".join(lines)


def mail_address(subject: str, text: str) -> str:
    """Opens a mail program with the text in it; a longer text has to be copied."""
    short = text if len(text) <= LONGEST_MAIL else _("[Copy the invitation into this message.]")
    return f"mailto:?subject={quote(subject)}&body={quote(short)}"
