"""The app of the live streams."""

from django.apps import AppConfig


class LiveConfig(AppConfig):
    """Registers what this app itself draws: journeys, and the lists of an organisation."""

    name = "live"

    def ready(self) -> None:
        from live import journeys, organisations, presented
        from live.kinds import register

        register(journeys.KIND)
        register(organisations.KIND)
        register(presented.KIND)
