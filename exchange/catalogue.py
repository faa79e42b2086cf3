"""Finds what a document names in the catalogues of an organisation, and adds what is not there yet.

What is there already is used as it is: nothing of it is overwritten. Each function runs the same number of
queries however much a document names. The importer keeps other imports out meanwhile."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from operator import attrgetter

from django.db.models import Max, QuerySet

from journeys.models import LifeEvent, Situation
from organisations.models import Content, Organisation
from personas.models import Persona
from processes.models import Process
from touchpoints.models import Party, Product, Touchpoint, upl_address


def life_event_of(organisation: Organisation, described: Mapping) -> LifeEvent:
    event = organisation.life_events.filter(name=described["name"]).first()
    if event is None:
        event = organisation.life_events.create(
            name=described["name"], motive=described.get("motive"), anchor=described.get("anchor", "")
        )
    return event


def situations_of(event: LifeEvent, names: Sequence[str]) -> dict[str, Situation]:
    """The life event's own by name; those that it lacks are added after the ones it has."""
    last = event.situations.aggregate(last=Max("order"))["last"]
    after = 0 if last is None else last + 1
    found = {situation.name: situation for situation in event.situations.all()}
    lacking = [name for name in names if name not in found]
    added = Situation.objects.bulk_create(
        Situation(organisation_id=event.organisation_id, life_event=event, name=name, order=order)
        for order, name in enumerate(lacking, start=after)
    )
    return found | {situation.name: situation for situation in added}


def persona_of(organisation: Organisation, described: Mapping) -> Persona:
    # The format's keys are the model's fields.
    persona = organisation.personas.filter(name=described["name"]).first()
    return persona or organisation.personas.create(**described)


def touchpoints_of(organisation: Organisation, described: Sequence[Mapping]) -> dict[str, Touchpoint]:
    """By the document's keys; two keys of the same name, party and channel lead to one touchpoint."""
    parties = _parties(organisation, [item["party"] for item in described])
    identities = {item["key"]: _identity(parties, item) for item in described}
    found = _by(_IDENTITY, organisation.touchpoints.filter(name__in={item["name"] for item in described}))
    lacking = {}
    for item in described:
        identity = identities[item["key"]]
        if identity not in found:
            lacking.setdefault(identity, item)
    found |= _by(_IDENTITY, _add_touchpoints(organisation, lacking))
    return {key: found[identity] for key, identity in identities.items()}


def _add_touchpoints(
    organisation: Organisation, lacking: Mapping[tuple[int, str, str], Mapping]
) -> list[Touchpoint]:
    products = _products(organisation, {item["product"] for item in lacking.values() if "product" in item})
    return Touchpoint.objects.bulk_create(
        Touchpoint(
            organisation=organisation,
            party_id=party,
            channel=channel,
            name=name,
            product=products.get(item.get("product")),
        )
        for (party, channel, name), item in lacking.items()
    )


def processes_of(organisation: Organisation, names: set[str]) -> dict[str, Process]:
    """Shared processes by name."""
    named = attrgetter("name")
    found = _by(named, organisation.processes.filter(name__in=names)) if names else {}
    added = Process.objects.bulk_create(
        Process(organisation=organisation, name=name) for name in sorted(names - found.keys())
    )
    return found | _by(named, added)


_IDENTITY = attrgetter("party_id", "channel", "name")


def _identity(parties: Mapping[tuple[str, str], Party], described: Mapping) -> tuple[int, str, str]:
    party = described["party"]
    return parties[party["name"], party["kind"]].pk, described["channel"], described["name"]


def _parties(organisation: Organisation, described: Sequence[Mapping]) -> dict[tuple[str, str], Party]:
    named = attrgetter("name", "kind")
    wanted = dict.fromkeys((party["name"], party["kind"]) for party in described)
    found = _by(named, organisation.parties.filter(name__in={name for name, _kind in wanted}))
    added = Party.objects.bulk_create(
        Party(organisation=organisation, name=name, kind=kind)
        for name, kind in wanted
        if (name, kind) not in found
    )
    return found | _by(named, added)


def _products(organisation: Organisation, names: set[str]) -> dict[str, Product]:
    named = attrgetter("name")
    found = _by(named, organisation.products.filter(name__in=names))
    added = Product.objects.bulk_create(
        Product(organisation=organisation, name=name, uri=_uri(name)) for name in sorted(names - found.keys())
    )
    return found | _by(named, added)


def _uri(name: str) -> str:
    # A few letters grow when made small, so an odd name may have no address that fits.
    address = upl_address(name)
    return address if len(address) <= Product._meta.get_field("uri").max_length else ""


def _by(
    identity: Callable[[Content], Hashable], rows: QuerySet | Sequence[Content]
) -> dict[Hashable, Content]:
    return {identity(row): row for row in rows}
