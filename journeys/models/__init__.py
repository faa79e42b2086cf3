"""What a journey is made of."""

from journeys.arranging import Stays
from journeys.models.cards import Card, Encounter, Fact, Pain
from journeys.models.change import Change
from journeys.models.evidence import Evidence, EvidenceAbout
from journeys.models.journey import Journey
from journeys.models.life_event import LifeEvent, Situation
from journeys.models.phase import Phase
from journeys.models.saved_view import SavedView
from journeys.models.step import Feeling, Step, StepSituation

__all__ = [
    "Card",
    "Change",
    "Encounter",
    "Evidence",
    "EvidenceAbout",
    "Fact",
    "Feeling",
    "Journey",
    "LifeEvent",
    "Pain",
    "Phase",
    "SavedView",
    "Situation",
    "Stays",
    "Step",
    "StepSituation",
]
