"""How far our influence goes, where the department that a pain comes from tells it."""

from journeys.models.cards import Pain
from organisations.models import Organisation
from touchpoints.departments import key_of, kinds_by_key
from touchpoints.models import Party

BY_KIND = {Party.Kind.OWN: Pain.Influence.OURS, Party.Kind.PARTNER: Pain.Influence.WITH_PARTNERS}


def influence_of(organisation: Organisation, department: str) -> str | None:
    """By the kind of party of that name: what is no party, or one of ours as well, is ours. None: no name."""
    if not department.strip():
        return None
    kinds = kinds_by_key(organisation.parties.values_list("name", "kind"))
    return BY_KIND.get(kinds.get(key_of(department), Party.Kind.OWN), Pain.Influence.NOT_OURS)
