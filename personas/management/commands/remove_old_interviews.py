"""Removes interviews past their end date; for cron, once a day."""

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from personas.models import Finding, Interview


class Command(BaseCommand):
    help = "Remove interviews past the date until which they were to be kept; their findings stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell what would be removed")

    @transaction.atomic
    def handle(self, *, dry_run: bool, verbosity: int, **options) -> None:
        old = Interview.objects.past_end(timezone.localdate()).select_related("organisation")
        rows = list(old.order_by("organisation", "keep_until", "pk"))
        findings = Finding.objects.filter(interview__in=rows).count()
        if verbosity > 1:
            for interview in rows:
                self.stdout.write(f"{interview.organisation}: {interview}, kept until {interview.keep_until}")
        if not dry_run:
            Interview.objects.filter(pk__in=[interview.pk for interview in rows]).delete()
        if verbosity:
            begin = "Would remove" if dry_run else "Removed"
            self.stdout.write(f"{begin} {len(rows)} interviews; {findings} findings of theirs stay.")
