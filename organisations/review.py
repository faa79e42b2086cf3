"""Who may do what: a list for the yearly review that BIO2 asks for, and to keep with it."""

import csv
from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.models import Invitation, Membership, Organisation

# A spreadsheet takes these for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def review_of(organisation: Organisation) -> HttpResponse:
    """CSV with semicolons and a byte order mark, as a Dutch spreadsheet opens it."""
    today = timezone.localdate().isoformat()
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{organisation.slug}-{today}.csv"'
    writer = csv.writer(response, delimiter=";")
    columns = (_("E-mail address"), _("Name"), _("Role"), _("State"), _("Last sign-in"), _("Account since"))
    writer.writerow(columns)
    for row in (*people(organisation), *invited(organisation)):
        writer.writerow([harmless(cell) for cell in row])
    return response


def people(organisation: Organisation) -> list[list[str]]:
    memberships = organisation.memberships.select_related("user").order_by("user__email")
    return [person(membership) for membership in memberships]


def person(membership: Membership) -> list[str]:
    user = membership.user
    state = _("open") if user.is_active else _("closed")
    role = str(membership.get_role_display())
    return [user.email, user.get_full_name(), role, state, moment(user.last_login), moment(user.date_joined)]


def invited(organisation: Organisation) -> list[list[str]]:
    invitations = organisation.invitations.in_state(Invitation.State.OPEN).order_by("email")
    return [[one.email, "", str(one.get_role_display()), _("invited"), "", ""] for one in invitations]


def moment(when: datetime | None) -> str:
    return timezone.localtime(when).strftime("%Y-%m-%d %H:%M") if when else ""


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
