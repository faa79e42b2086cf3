"""The worked example for who wants to look around."""

from django.core.management.base import BaseCommand

from exchange.worked_example import load_example


class Command(BaseCommand):
    help = "Load the worked example into the demo organisation, where that has no journeys yet."

    def handle(self, *, verbosity: int, **options) -> None:
        added = load_example()
        if verbosity:
            self.stdout.write(f"{len(added)} journeys added.")
