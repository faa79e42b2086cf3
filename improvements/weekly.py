"""Once a week: what is due, to whom it is up. Sent once, however often it is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from improvements.models import Improvement, MailOff, MailSent
from improvements.plan import Entry
from organisations.models import Organisation, User

AHEAD = timedelta(days=7)
SALT = "improvements.weekly"


@dataclass(frozen=True)
class Message:
    """What one person has to look at, in one organisation."""

    user: User
    organisation: Organisation
    entries: list[Entry]


def messages_of(today: date) -> Iterator[Message]:
    """To every active member who did not switch it off, and whose improvements are late or due this week."""
    due = (
        Improvement.objects.still_to_do()
        .filter(follow_up__lte=today + AHEAD, owner_person__is_active=True)
        .filter(owner_person__memberships__organisation=F("organisation"))
        .exclude(owner_person__in=MailOff.objects.values("user"))
        .select_related("organisation", "owner_person", "owner_party", "journey")
        .order_by("organisation", "owner_person", "follow_up", "title", "pk")
    )
    for (organisation, user), rows in groupby(due, lambda row: (row.organisation, row.owner_person)):
        entries = [Entry.of(row, reach=None, today=today) for row in rows]
        yield Message(user, organisation, entries)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def was_sent(message: Message, week: date) -> bool:
    sent = {"user": message.user, "organisation": message.organisation, "week": week}
    return MailSent.objects.filter(**sent).exists()


@transaction.atomic
def send(message: Message, week: date) -> bool:
    """False where it was sent before. Where sending fails, nothing is remembered."""
    sent = {"user": message.user, "organisation": message.organisation, "week": week}
    _row, is_first = MailSent.objects.get_or_create(**sent)
    if is_first:
        written(message).send()
    return is_first


def written(message: Message) -> EmailMultiAlternatives:
    """In the language of who gets it; as text, and as simple HTML."""
    off = settings.SITE_URL + reverse("improvements:weekly-off", args=[token_of(message.user)])
    with translation.override(message.user.language):
        count = len(message.entries)
        subject = ngettext("%(count)s improvement to look at", "%(count)s improvements to look at", count) % {
            "count": count
        }
        context = {"message": message, "site": settings.SITE_URL, "off": off}
        text = render_to_string("improvements/email/weekly.txt", context)
        html = render_to_string("improvements/email/weekly.html", context | {"subject": subject})
    headers = {"List-Unsubscribe": f"<{off}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    mail = EmailMultiAlternatives(subject, text, to=[message.user.email], headers=headers)
    mail.attach_alternative(html, "text/html")
    return mail


def token_of(user: User) -> str:
    """Says who it is, and can't be made up."""
    return signing.dumps(user.pk, salt=SALT)


def user_of(token: str) -> User | None:
    try:
        return User.objects.filter(pk=signing.loads(token, salt=SALT)).first()
    except signing.BadSignature:
        return None


def wants_mail(user: User) -> bool:
    return not MailOff.objects.filter(user=user).exists()


def switch(user: User, *, on: bool) -> None:
    if on:
        MailOff.objects.filter(user=user).delete()
    else:
        MailOff.objects.get_or_create(user=user)
