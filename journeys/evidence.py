"""What a journey rests on: a finding is about steps and pains of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from journeys.changes import changing
from journeys.models import Evidence, EvidenceAbout, Journey, Pain, Step
from journeys.ordering import append, renumber
from organisations.models import User
from personas.models import Finding

STEP, PAIN = "step", "pain"


@dataclass(frozen=True, slots=True)
class FindingAtStep:
    """A finding with the places here that it is about, by name, each with its text; a step has none."""

    finding: Finding
    places: tuple[tuple[str, str], ...]


def steps_of(journey: Journey) -> list[Step]:
    """In the order of the journey, each with its pains."""
    steps = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")
    return list(steps.prefetch_related(Prefetch("pains", to_attr="loaded_pains")))


def places_of(finding: Finding, journey: Journey) -> list[str]:
    """`step-3` and `pain-8`: what the finding is about in this journey."""
    about = EvidenceAbout.objects.filter(evidence__finding=finding, evidence__journey=journey)
    return [place(row.step_id, row.pain_id) for row in about]


def place(step: int | None, pain: int | None) -> str:
    return f"{PAIN}-{pain}" if step is None else f"{STEP}-{step}"


def places_at(step: Step) -> list[str]:
    """The step itself and its pains, of one that `steps_of()` gave."""
    return [place(step.pk, None), *(place(None, pain.pk) for pain in step.loaded_pains)]


def link(finding: Finding, journey: Journey, *, add: Iterable[str], remove: Iterable[str], by: User) -> None:
    """Only what someone ticked or unticked; what a colleague linked meanwhile stays.

    A finding that is about nothing any more is taken out of the journey.
    """
    with changing(journey, by=by) as locked:
        evidence = locked.evidence.filter(finding=finding).first()
        if evidence is None:
            evidence = Evidence(organisation=locked.organisation, journey=locked, finding=finding)
            append(evidence, locked.evidence.all())
        unlink(evidence, remove)
        for kind, number in there_still(locked, add):
            if not evidence.evidence_about.filter(**{f"{kind}_id": number}).exists():
                about = EvidenceAbout(
                    organisation=locked.organisation, evidence=evidence, **{f"{kind}_id": number}
                )
                append(about, evidence.evidence_about.all())
        if not evidence.evidence_about.exists():
            evidence.remove()


def unlink(evidence: Evidence, places: Iterable[str]) -> None:
    gone = [about for about in evidence.evidence_about.all() if place(about.step_id, about.pain_id) in places]
    for about in gone:
        about.delete()
    renumber(evidence.evidence_about.all())


def there_still(journey: Journey, places: Iterable[str]) -> list[tuple[str, int]]:
    """Of these places the ones that are on the journey now: a colleague may have deleted some."""
    known = {(STEP, pk) for pk in Step.objects.filter(phase__journey=journey).values_list("pk", flat=True)}
    pains = Pain.objects.filter(step__phase__journey=journey)
    known |= {(PAIN, pk) for pk in pains.values_list("pk", flat=True)}
    asked = [(kind, int(number)) for kind, _, number in (name.partition("-") for name in places)]
    return [one for one in asked if one in known]


def findings_at(journey: Journey, step: int, pains: Sequence) -> list[FindingAtStep]:
    """The findings about a step and its pains, of a journey loaded `whole()`."""
    texts = {place(step, None): "", **{place(None, pain.id): pain.text for pain in pains}}
    found = []
    for evidence in journey.loaded_evidence:
        about = [place(row.step_id, row.pain_id) for row in evidence.loaded_evidence_about]
        places = tuple((name, texts[name]) for name in about if name in texts)
        if places:
            found.append(FindingAtStep(evidence.finding, places))
    return found
