"""The first administrator of an organisation, who adds all others."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from organisations.models import Membership, Organisation, User


class Command(BaseCommand):
    help = "Let someone manage an organisation; makes both where they are not there yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--organisation", required=True, help="its short name, for example waterrijk")
        parser.add_argument("--name", default="", help="its name, where it is new")

    @transaction.atomic
    def handle(self, *, email: str, organisation: str, name: str, **options) -> None:
        try:
            place = organisation_of(organisation, name)
            user = user_of(email)
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        user.memberships.update_or_create(
            organisation=place, defaults={"role": Membership.Role.ADMINISTRATOR}
        )
        self.stdout.write(f"{user.email} manages {place}. No password yet? The sign-in page sends a link.")


def organisation_of(slug: str, name: str) -> Organisation:
    found = Organisation.objects.filter(slug=slug).first() or Organisation(slug=slug, name=name)
    if found.pk is None:
        found.full_clean()
        found.save()
    return found


def user_of(email: str) -> User:
    found = User.objects.filter(email__iexact=email).first()
    if found is None:
        found = User(email=User.objects.normalize_email(email))
        found.set_unusable_password()
        found.full_clean()
        found.save()
    return found
