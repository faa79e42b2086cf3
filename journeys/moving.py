"""Moving all that uses a row to another of its kind, so that the row can go: told in words afterwards."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.changes import changing
from journeys.models import Encounter, Journey, LifeEvent, Situation, StepSituation
from journeys.ordering import append, renumber
from organisations.models import User
from personas.models import Persona
from touchpoints.models import Party, Product, Touchpoint

Told = list[str]


@contextmanager
def changing_all(journeys: Iterable[Journey], *, by: User) -> Iterator[list[Journey]]:
    """Several journeys in one change, locked by number, so that two changes never wait for each other."""
    with transaction.atomic(), ExitStack() as stack:
        in_order = sorted(set(journeys), key=lambda journey: journey.pk)
        yield [stack.enter_context(changing(journey, by=by)) for journey in in_order]


def journeys_at(*touchpoints: Touchpoint) -> set[Journey]:
    """Those that pass a touchpoint, or have an improvement that lands there."""
    passes = Q(phases__steps__encounters__touchpoint__in=touchpoints)
    lands = Q(improvements__landings__touchpoint__in=touchpoints)
    return set(Journey.objects.filter(passes | lands))


def changed_by_the_end_of(*journeys: Journey) -> set[Journey]:
    """Others that say something else once these are gone: made from one, or helping or helped by one."""
    made_from = Q(based_on__in=journeys)
    helped = Q(phases__steps__pains__addressed_pains__improvement__journey__in=journeys)
    helping = Q(improvements__addressed_pains__pain__step__phase__journey__in=journeys)
    return set(
        Journey.objects.filter(made_from | helped | helping).exclude(pk__in=[one.pk for one in journeys])
    )


def move_touchpoint(old: Touchpoint, new: Touchpoint, *, by: User) -> Told:
    with changing_all(journeys_at(old), by=by):
        return merge(old, new)


def merge(old: Touchpoint, new: Touchpoint) -> Told:
    """Within a change: everything at `old` is at `new` from now on, and `old` is gone."""
    told = [*move_encounters(old, new), *move_landings(old, new)]
    old.delete()
    return told


def move_encounters(old: Touchpoint, new: Touchpoint) -> Told:
    """A step that meets both keeps one, unless the other says something of its own."""
    moved = merged = 0
    for encounter in old.encounters.select_related("step"):
        others = encounter.step.encounters.filter(touchpoint=new)
        if any(says_no_more(encounter, other) for other in others):
            encounter.delete()
            renumber(encounter.step.encounters.all())
            merged += 1
        else:
            encounter.touchpoint = new
            encounter.save(update_fields=["touchpoint"])
            moved += 1
    return [*steps_moved(moved, new), *steps_merged(merged)]


def says_no_more(one: Encounter, other: Encounter) -> bool:
    same_experience = one.experience in (None, other.experience)
    return one.wanted == other.wanted and same_experience and one.note in ("", other.note)


def steps_moved(count: int, new: Touchpoint) -> Told:
    if not count:
        return []
    text = ngettext("%(count)s contact is at %(name)s now.", "%(count)s contacts are at %(name)s now.", count)
    return [text % {"count": count, "name": new}]


def steps_merged(count: int) -> Told:
    if not count:
        return []
    text = ngettext(
        "%(count)s step met both already and keeps one contact.",
        "%(count)s steps met both already and keep one contact.",
        count,
    )
    return [text % {"count": count}]


def move_landings(old: Touchpoint, new: Touchpoint) -> Told:
    landings = list(old.landings.all())
    there = set(new.landings.values_list("improvement_id", flat=True))
    for landing in landings:
        if landing.improvement_id in there:
            landing.delete()
        else:
            landing.touchpoint = new
            landing.save(update_fields=["touchpoint"])
    if not landings:
        return []
    count = len(landings)
    text = ngettext("%(count)s improvement lands there now.", "%(count)s improvements land there now.", count)
    return [text % {"count": count}]


def move_party(old: Party, new: Party, *, by: User) -> Told:
    """A touchpoint that the other party has already, by name and channel, becomes one with that."""
    twins = {(twin.name, twin.channel): twin for twin in new.touchpoints.all()}
    touchpoints = list(old.touchpoints.all())
    doubles = [one for one in touchpoints if (one.name, one.channel) in twins]
    owning = Journey.objects.filter(improvements__owner_party=old)
    with changing_all(journeys_at(*doubles) | set(owning), by=by):
        for double in doubles:
            merge(double, twins[double.name, double.channel])
        old.touchpoints.update(party=new)
        owned = old.improvements.update(owner_party=new, owner=new.name)
        old.delete()
    moved = touchpoints_moved(len(touchpoints) - len(doubles), new)
    return [*moved, *touchpoints_merged(len(doubles)), *improvements_given(owned, new)]


def improvements_given(count: int, new: Party) -> Told:
    if not count:
        return []
    text = ngettext(
        "%(count)s improvement is “%(name)s”’s now.", "%(count)s improvements are “%(name)s”’s now.", count
    )
    return [text % {"count": count, "name": new}]


def touchpoints_moved(count: int, new: Party | Product) -> Told:
    if not count:
        return []
    text = ngettext(
        "%(count)s touchpoint belongs to “%(name)s” now.",
        "%(count)s touchpoints belong to “%(name)s” now.",
        count,
    )
    return [text % {"count": count, "name": new}]


def touchpoints_merged(count: int) -> Told:
    if not count:
        return []
    text = ngettext(
        "%(count)s touchpoint was there already and became one with it.",
        "%(count)s touchpoints were there already and became one with them.",
        count,
    )
    return [text % {"count": count}]


@transaction.atomic
def move_product(old: Product, new: Product | None, *, by: User) -> Told:
    count = old.touchpoints.update(product=new)
    old.delete()
    if new:
        return touchpoints_moved(count, new)
    text = ngettext(
        "%(count)s touchpoint has no product now.", "%(count)s touchpoints have no product now.", count
    )
    return [text % {"count": count}]


def move_persona(old: Persona, new: Persona, *, by: User) -> Told:
    with changing_all(old.journeys.all(), by=by) as journeys:
        for journey in journeys:
            journey.persona = new
            journey.save(update_fields=["persona"])
        old.delete()
    return journeys_moved(len(journeys), new)


def journeys_moved(count: int, new: Persona | LifeEvent) -> Told:
    text = ngettext(
        "%(count)s journey is about “%(name)s” now.", "%(count)s journeys are about “%(name)s” now.", count
    )
    return [text % {"count": count, "name": new}]


def move_life_event(old: LifeEvent, new: LifeEvent, *, by: User) -> Told:
    """Situations of the same name become one; those that steps use and that `new` lacks are added to it."""
    with changing_all(old.journeys.all(), by=by) as journeys:
        added = adopt_situations(old, new)
        for journey in journeys:
            journey.life_event = new
            journey.save(update_fields=["life_event"])
        old.delete()
    told = journeys_moved(len(journeys), new)
    if added:
        told.append(_("Situations added there: %(names)s.") % {"names": ", ".join(added)})
    return told


def adopt_situations(old: LifeEvent, new: LifeEvent) -> list[str]:
    known = {situation.name.casefold(): situation for situation in new.situations.all()}
    added = []
    for situation in old.situations.filter(step_situations__isnull=False).distinct():
        twin = known.get(situation.name.casefold())
        if twin is None:
            twin = Situation(organisation_id=new.organisation_id, life_event=new, name=situation.name)
            append(twin, new.situations.all())
            known[twin.name.casefold()] = twin
            added.append(twin.name)
        point_to(situation, twin)
    return added


def point_to(old: Situation, new: Situation) -> None:
    """Steps that are only for `old` are only for `new`; a step never names one twice."""
    there = new.step_situations.values_list("step_id", flat=True)
    old.step_situations.filter(step__in=list(there)).delete()
    old.step_situations.update(situation=new)


def remove_situation(old: Situation, new: Situation | None, *, by: User) -> Told:
    """Its steps are only for another situation from now on; or, where there is no other, for everyone."""
    journeys = set(Journey.objects.filter(phases__steps__step_situations__situation=old))
    with changing_all(journeys, by=by):
        count = StepSituation.objects.filter(situation=old).count()
        if new:
            point_to(old, new)
        life_event = old.life_event
        old.delete()
        renumber(life_event.situations.all())
    return steps_of_situation(count, new)


def steps_of_situation(count: int, new: Situation | None) -> Told:
    if not count:
        return []
    if new:
        text = ngettext(
            "%(count)s step is for “%(name)s” now.", "%(count)s steps are for “%(name)s” now.", count
        )
        return [text % {"count": count, "name": new}]
    text = ngettext("%(count)s step no longer asks for it.", "%(count)s steps no longer ask for it.", count)
    return [text % {"count": count}]
