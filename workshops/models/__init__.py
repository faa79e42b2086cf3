"""A live session, who takes part, and what they bring in."""

from workshops.models.harvest import Harvest
from workshops.models.note import Note
from workshops.models.participant import Participant
from workshops.models.rating import Rating
from workshops.models.round import Round
from workshops.models.tries import Tries
from workshops.models.vote import Vote
from workshops.models.workshop import Workshop, WorkshopJourney

__all__ = [
    "Harvest",
    "Note",
    "Participant",
    "Rating",
    "Round",
    "Tries",
    "Vote",
    "Workshop",
    "WorkshopJourney",
]
