"""Whom the journey is about, and what for."""

from django.utils.translation import gettext_lazy as _

from journeys.analysis import Analysis
from journeys.route import listed
from learning.checks.check import Answer, Check, form_of


def has_goal(analysis: Analysis) -> Answer:
    return bool(analysis.document["journey"].get("goal"))


def has_motive(analysis: Analysis) -> Answer:
    return bool(analysis.document["life_event"].get("motive"))


def has_anchor(analysis: Analysis) -> Answer:
    return bool(analysis.document["life_event"].get("anchor"))


def has_situations(analysis: Analysis) -> Answer:
    return bool(listed(analysis.document["life_event"], "situations"))


def knows_the_persona(analysis: Analysis) -> Answer:
    persona = analysis.document["persona"]
    return bool(listed(persona, "needs") and listed(persona, "worries"))


def knows_what_the_persona_can(analysis: Analysis) -> Answer:
    persona = analysis.document["persona"]
    return None not in (persona.get("digital_skill"), persona.get("capacity_to_act"))


def looks_through_more_than_one(analysis: Analysis) -> Answer:
    """`personas` is told beside the document: how many have a journey in this life event."""
    personas = analysis.document["life_event"].get("personas")
    return personas > 1 if personas else None


CHECKS = (
    Check(
        "aanleiding",
        _("Why does someone set out: to achieve something, because it bothers them, or for an idea?"),
        _("It is clear why someone sets out."),
        has_motive,
        form_of("journeys:life-event-edit", "life_event_id"),
    ),
    Check(
        "ijkmoment",
        _("Which moment do you count from? For example the birth, or the day of the move."),
        _("There is a moment to count the days from."),
        has_anchor,
        form_of("journeys:life-event-edit", "life_event_id"),
    ),
    Check(
        "situaties",
        _("Does it go the same for everyone? Name what makes the route differ, such as ‘unmarried’."),
        _("You named what makes the route differ."),
        has_situations,
        form_of("journeys:life-event-page", "life_event_id"),
    ),
    Check(
        "doel",
        _("What does this person want to reach, in their own words? There is no goal yet."),
        _("The journey has a goal."),
        has_goal,
        form_of("journeys:journey-edit", "pk"),
    ),
    Check(
        "persona-behoeften",
        _("What does your persona need, and what worries them? One of the two is still empty."),
        _("You know what your persona needs and what worries them."),
        knows_the_persona,
        form_of("personas:persona-edit", "persona_id"),
    ),
    Check(
        "doenvermogen",
        _("How much can your persona handle, and how easily online? Nobody said so yet."),
        _("You know what your persona can handle."),
        knows_what_the_persona_can,
        form_of("personas:persona-edit", "persona_id"),
    ),
    Check(
        "andere-personas",
        _("You look at this life event through one persona. Whom do you leave out?"),
        _("You look at this life event through more than one persona."),
        looks_through_more_than_one,
        form_of("journeys:life-event-page", "life_event_id"),
    ),
)
