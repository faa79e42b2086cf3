"""What will be done, and how far it reaches."""

from django.utils.translation import gettext as _

from journeys.analysis import ImprovementFigures
from journeys.insights.insight import Insight, parts
from journeys.pictures import MapPicture


def of_plans(picture: MapPicture) -> list[Insight]:
    return [_balance(picture)]


def _balance(picture: MapPicture) -> Insight:
    standing = [item.reach for item in picture.analysis.improvements if not item.dropped]
    driven, focused, neither = (standing.count(reach) for reach in ("driven", "focused", None))
    return Insight(
        "balance",
        _("Customer-driven improvements"),
        str(driven),
        _(
            "Customer-driven: it eases a pain out of sight, a pain that is not ours alone, or lands at a "
            "place where people already are. Customer-focused: it polishes our own product."
        ),
        _meaning(driven, focused) if standing else _("No improvements yet: choose a pain and think of one."),
        steps=tuple(step for step in picture.steps if step.improvements),
        parts=parts(
            [
                (_("customer-driven"), str(driven), driven, "plan"),
                (_("customer-focused"), str(focused), focused, "paper"),
                (_("not known yet"), str(neither), neither, "unknown"),
            ]
        ),
        items=tuple(_listed(item) for item in picture.analysis.improvements),
        todo=_("Say which pain it eases, or where it lands") if neither else "",
        lens="journey-map",
    )


def _meaning(driven: int, focused: int) -> str:
    if driven >= focused:
        return _("The plan looks further than our own counter.")
    return _("Most of the plan polishes our own product. What happens before people come to us?")


def _listed(item: ImprovementFigures) -> str:
    words = {"driven": _("customer-driven"), "focused": _("customer-focused"), None: _("not known yet")}
    reach = _("%(reach)s, dropped") % {"reach": words[item.reach]} if item.dropped else words[item.reach]
    return f"{item.improvement['title']} ({reach})"
