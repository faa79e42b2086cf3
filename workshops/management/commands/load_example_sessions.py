"""Workshops on the worked example, for who wants to look around."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from workshops.worked_example import load_sessions


class Command(BaseCommand):
    help = "Add a prepared workshop and one that is over to the worked example, where it has none yet."

    def handle(self, *, verbosity: int, **options) -> None:
        added = len(load_sessions())
        if verbosity:
            self.stdout.write(
                ngettext("%(count)s workshop added.", "%(count)s workshops added.", added) % {"count": added}
            )
