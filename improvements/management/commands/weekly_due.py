"""For cron: tell everyone once a week what is due."""

from smtplib import SMTPException

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from improvements.weekly import Message, messages_of, monday_of, send, was_sent


class Command(BaseCommand):
    help = "Send each owner what is late or due within a week; asked for again, nobody gets it twice a week."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only tell what would be sent.")

    def handle(self, *, dry_run: bool, **options) -> None:
        today, failed = timezone.localdate(), 0
        week = monday_of(today)
        for message in messages_of(today):
            try:
                is_new = not was_sent(message, week) if dry_run else send(message, week)
            except (OSError, SMTPException) as problem:
                failed += 1
                self.stderr.write(f"{told(message)}: {problem}")
                continue
            if is_new:
                self.stdout.write(f"{'would send' if dry_run else 'sent'}: {told(message)}")
        if failed:
            raise CommandError(f"{failed} not sent; the next run tries again.")


def told(message: Message) -> str:
    return f"{message.user.email} ({message.organisation.slug}): {len(message.entries)}"
