"""Accounts to try the product with: one for each role, with passwords made here and kept in var/."""

import json
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from organisations.models import Membership, Organisation, User

Role = Membership.Role
PEOPLE = {
    "kijker@waterrijk.example": ("Kim", "Kijker", Role.VIEWER),
    "bewerker@waterrijk.example": ("Bo", "Bewerker", Role.EDITOR),
    "begeleider@waterrijk.example": ("Gijs", "Begeleider", Role.FACILITATOR),
    "beheerder@waterrijk.example": ("Bente", "Beheerder", Role.ADMINISTRATOR),
}
IN_BOTH = "beheerder@waterrijk.example"


class Command(BaseCommand):
    help = "Make an account for each role in the demo organisation, where it is not there yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--file", type=Path, default=settings.VAR_DIR / "demo-accounts")

    def handle(self, *, file: Path, verbosity: int, **options) -> None:
        kept = json.loads(file.read_text()) if file.exists() else []
        passwords = {account["email"]: account["password"] for account in kept}
        present = User.objects.filter(email__in=PEOPLE).count()
        if passwords.keys() == PEOPLE.keys() and present == len(PEOPLE):
            return
        accounts = make_accounts(passwords)
        write_private(file, json.dumps(accounts, indent=2))
        if verbosity:
            self.stdout.write(f"{len(accounts)} accounts: {file}")


@transaction.atomic
def make_accounts(passwords: dict[str, str]) -> list[dict[str, str]]:
    """Every account anew: who has no known password gets one."""
    home = organisation("waterrijk", "Gemeente Waterrijk")
    neighbour = organisation("duinoord", "Gemeente Duinoord")
    accounts = []
    for email, (first_name, last_name, role) in PEOPLE.items():
        password = passwords.get(email) or secrets.token_urlsafe(12)
        user = person(email, password, first_name, last_name)
        belongs(user, home, role)
        if email == IN_BOTH:
            belongs(user, neighbour, role)
        accounts.append({"role": role.value, "email": email, "password": password})
    return accounts


def organisation(slug: str, name: str) -> Organisation:
    return Organisation.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def person(email: str, password: str, first_name: str, last_name: str) -> User:
    user = User.objects.filter(email=email).first()
    if user is None:
        return User.objects.create_user(email, password, first_name=first_name, last_name=last_name)
    user.set_password(password)
    user.save(update_fields=["password"])
    return user


def belongs(user: User, to: Organisation, role: str) -> None:
    Membership.objects.get_or_create(user=user, organisation=to, defaults={"role": role})


def write_private(file: Path, text: str) -> None:
    """Readable by its owner only from the first byte, also where it was readable by others before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as private:
        private.write(text)
    unfinished.rename(file)
