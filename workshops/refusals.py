"""Why something can't be done in a session: each is told to who asked, in words."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """It was not done, and nothing was written. `words` tells why."""

    words = _("This is not possible now.")

    def __str__(self) -> str:
        return str(self.words)


class Over(Refused):
    words = _("This session has ended.")


class NotNow(Refused):
    words = _("This is not possible in this round.")


class TooLate(NotNow):
    words = _("The round is over: this came too late.")


class NotInSession(Refused):
    words = _("This does not belong to this session.")


class NoDotsLeft(Refused):
    words = _("All dots have been given. Take one back first.")


class HarvestedAlready(Refused):
    words = _("This is on the journey already.")


class UnknownCode(Refused):
    words = _("There is no session with this code. Check the six characters.")


class DoorClosed(Refused):
    words = _("The door of this session is closed. Ask the facilitator to open it.")


class TooManyTries(Refused):
    words = _("A wrong code was typed too often. Wait ten minutes and try again.")
