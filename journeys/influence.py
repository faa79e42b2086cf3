"""How far our influence goes, where the department that a pain comes from tells it."""

from journeys.models.cards import Pain
from organisations.models import Organisation
from touchpoints.departments import key_of
from touchpoints.models import Party


def influence_of(organisation: Organisation, department: str) -> str | None:
    """By the kind of party of that name: what is no party, or one of ours as well, is ours. None: no name."""
    if not department.strip():
        return None
    parties = organisation.parties.values_list("name", "kind")
    kinds = {kind for name, kind in parties if key_of(name) == key_of(department)}
    if not kinds or Party.Kind.OWN in kinds:
        return Pain.Influence.OURS
    return Pain.Influence.WITH_PARTNERS if Party.Kind.PARTNER in kinds else Pain.Influence.NOT_OURS
