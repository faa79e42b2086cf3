"""Journey documents on the command line, as the screens have them."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from exchange.exporter import all_figures, as_json, exported, exported_by_name
from exchange.importer import import_document
from exchange.validation import MAX_BYTES, InvalidDocument
from journeys.figures import UnknownSituation
from journeys.models import Journey
from organisations.models import Organisation, User


class Command(BaseCommand):
    help = "Import a journey document, export one, or compute the figures of a journey."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        incoming = actions.add_parser("import", help="Store a document as a new journey; prints its number.")
        incoming.add_argument("file", help="A journey document; - reads standard input.")
        incoming.add_argument("--organisation", required=True, metavar="SLUG")
        incoming.add_argument("--as", dest="email", metavar="EMAIL", help="Who imports, for the history.")
        incoming.add_argument(
            "--from",
            dest="taken_from",
            default="",
            metavar="NAME",
            help="The organisation that it comes from, where the document doesn't say so.",
        )
        outgoing = actions.add_parser("export", help="Print the document of a journey.")
        outgoing.add_argument("number", type=int)
        outgoing.add_argument(
            "--by-name", action="store_true", help="Tell whose journey it is, for who imports it elsewhere."
        )
        computed = actions.add_parser("figures", help="Print the figures of a journey and its life event.")
        computed.add_argument("number", type=int)
        computed.add_argument(
            "--situation", action="append", default=[], metavar="NAME", help="Only the route of this one."
        )

    def handle(self, *, action: str, **options) -> None:
        if action == "import":
            names = options["organisation"], options["email"], options["taken_from"]
            self.bring_in(options["file"], *names)
        elif action == "export":
            written = exported_by_name if options["by_name"] else exported
            self.print_exactly(written(journey(options["number"])))
        else:
            self.print_exactly(as_json(figures_of(journey(options["number"]), options["situation"])))

    def bring_in(self, file: str, slug: str, email: str | None, taken_from: str) -> None:
        organisation, user = organisation_called(slug), user_known_by(email)
        raw = content_of(file)
        try:
            with translation.override(user.language if user else translation.get_language()):
                stored = import_document(raw, organisation, user, taken_from)
        except InvalidDocument as invalid:
            for error in invalid.errors:
                self.stderr.write(f"{error.path}: {error.message}")
            found = {"file": file, "errors": len(invalid.errors)}
            message = _("Nothing of %(file)s is stored. Errors found: %(errors)s.")
            raise CommandError(message % found) from invalid
        self.stdout.write(str(stored.pk))

    def print_exactly(self, text: str) -> None:
        """In UTF-8, whatever the terminal's own encoding."""
        if hasattr(self.stdout, "reconfigure"):
            self.stdout.reconfigure(encoding="utf-8")
        self.stdout.write(text, ending="")


def organisation_called(slug: str) -> Organisation:
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        known = ", ".join(Organisation.objects.order_by("slug").values_list("slug", flat=True))
        names = {"slug": slug, "known": known or "–"}
        raise CommandError(_("There is no organisation “%(slug)s”. Known are: %(known)s.") % names)
    return organisation


def user_known_by(email: str | None) -> User | None:
    if email is None:
        return None
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        raise CommandError(_("There is no user with the e-mail address “%(email)s”.") % {"email": email})
    return user


def content_of(file: str) -> bytes:
    """No more than is needed to see that it is too much."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(file).open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        why = {"file": file, "reason": error.strerror}
        raise CommandError(_("%(file)s cannot be read: %(reason)s.") % why) from error


def journey(number: int) -> Journey:
    found = Journey.objects.whole().filter(pk=number).first()
    if found is None:
        raise CommandError(_("There is no journey with number %(number)s.") % {"number": number})
    return found


def figures_of(found: Journey, situations: list[str]) -> dict:
    try:
        return all_figures(found, situations)
    except UnknownSituation as unknown:
        known = [situation.name for situation in found.life_event.situations.all()]
        names = {"names": ", ".join(unknown.names), "known": ", ".join(known) or "–"}
        message = _("The life event has no situation “%(names)s”. Known are: %(known)s.")
        raise CommandError(message % names) from unknown
