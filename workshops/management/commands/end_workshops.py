"""Ends what is past its time, so that names and tokens are kept no longer than a session lasts."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from workshops.models import Tries, Workshop


class Command(BaseCommand):
    help = "Ends every session that is past its time; run it each quarter of an hour."

    def handle(self, *args, **options) -> None:
        ended = Workshop.objects.end_due()
        Tries.forget()
        self.stdout.write(
            ngettext("%(count)s session ended.", "%(count)s sessions ended.", ended) % {"count": ended}
        )
