"""Live sessions on journeys."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkshopsConfig(AppConfig):
    name = "workshops"
    verbose_name = _("Workshops")

    def ready(self) -> None:
        from live.kinds import register
        from workshops import console_stream, room_stream

        register(console_stream.KIND)
        room_stream.register_all()
