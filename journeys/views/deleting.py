"""Steps and phases go: asked first, alone or several at once, and a journey keeps one."""

from collections.abc import Callable, Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from journeys.arranging import Stays, emptied_by, remove_steps
from journeys.changes import changing
from journeys.models import Journey, Step
from journeys.views.arranging import find_phase
from journeys.views.choice import chosen_steps, done, several
from journeys.views.editing import confirmation, map_before, phase_cancel, step_cancel
from journeys.views.journey_map import changed
from journeys.views.steps import find_journey, find_step
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest

Numbers = Sequence[int]


@editor_required
@require_http_methods(["GET", "POST"])
def step_delete(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    """The last step of a phase takes the phase along."""
    found = find_journey(request, journey)
    row = find_step(found, step)
    note = _("It is the only step of its phase: the phase goes too.") if is_alone(row) else ""
    question = {"what": row.title, "note": note, "cancel": step_cancel(found, row, "head")}
    no = _("This is the only step of the journey, so it stays. Change it instead.")
    if request.method == "GET":
        return ask(request, found, question, no if len(steps_of(found)) == 1 else "")

    def remove() -> str:
        going = find_step(found, step)
        focus = beside(steps_of(found), [step])
        going.remove()
        return f"s{focus}-head"

    try:
        return removed(request, found, remove, _("Step deleted: %(step)s") % {"step": row.title})
    except Stays:
        return ask(request, found, question, no)


@editor_required
@require_http_methods(["GET", "POST"])
def choice_delete(request: OrganisationRequest, journey: int) -> HttpResponse:
    """A phase of which all steps are chosen goes too."""
    found = find_journey(request, journey)
    steps = chosen_steps(request, found)
    cancel = f"{found.get_absolute_url()}keuze/"
    question = {"what": steps[0].title, "note": goes_along(found, steps), "cancel": cancel}
    if len(steps) > 1:
        question["several"] = several(steps)
    no = _("These are all steps of the journey: leave at least one.")
    if request.method == "GET":
        return ask(request, found, question, no if len(steps_of(found)) == len(steps) else "")

    def remove() -> str:
        rows = chosen_steps(request, found)
        focus = beside(steps_of(found), [row.pk for row in rows])
        remove_steps(rows, found)
        return f"s{focus}-head"

    announce = _("Deleted: %(several)s") % {"several": titles([step.title for step in steps])}
    try:
        return done(removed(request, found, remove, announce))
    except Stays:
        return ask(request, found, question, no)


@editor_required
@require_http_methods(["GET", "POST"])
def phase_delete(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    """Says how many steps go along."""
    found = find_journey(request, journey)
    row = find_phase(found, phase)
    steps = row.steps.count()
    note = ngettext("Its %(steps)s step goes too.", "Its %(steps)s steps go too.", steps) % {"steps": steps}
    question = {"what": row.name, "note": note, "cancel": phase_cancel(found, row)}
    no = _("This is the only phase of the journey, so it stays.")
    if request.method == "GET":
        return ask(request, found, question, no if len(phases_of(found)) == 1 else "")

    def remove() -> str:
        going = find_phase(found, phase)
        focus = beside(phases_of(found), [phase])
        going.remove()
        return f"fase-{focus}"

    try:
        return removed(request, found, remove, _("Phase deleted: %(phase)s") % {"phase": row.name})
    except Stays:
        return ask(request, found, question, no)


def ask(request: OrganisationRequest, journey: Journey, question: dict, refusal: str) -> HttpResponse:
    """Whether it may go, or with `refusal` why it can't."""
    status = 422 if request.method == "POST" else 200
    return confirmation(request, journey, {**question, "refused": refusal}, status=status)


def removed(
    request: OrganisationRequest, journey: Journey, remove: Callable[[], str], announce: str
) -> HttpResponse:
    """Under the lock, where nobody else takes away what would be left; `remove` gives what gets the focus."""
    before = map_before(request, journey)
    with changing(journey, by=request.user):
        focus = remove()
    return changed(request, journey, before, focus=focus, announce=announce)


def is_alone(step: Step) -> bool:
    return step.phase.steps.count() == 1


def steps_of(journey: Journey) -> Numbers:
    steps = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")
    return list(steps.values_list("pk", flat=True))


def phases_of(journey: Journey) -> Numbers:
    return list(journey.phases.values_list("pk", flat=True))


def beside(numbers: Numbers, gone: Numbers) -> int:
    """What gets the focus: the one before the first that goes, or else the first that is left."""
    place = numbers.index(gone[0])
    left = [number for number in numbers if number not in gone]
    if not left:
        raise Stays
    return numbers[place - 1] if place else left[0]


def goes_along(journey: Journey, steps: list[Step]) -> str:
    phases = titles([phase.name for phase in emptied_by(steps, journey)])
    along = _("With their last step these phases go too: %(phases)s.") % {"phases": phases} if phases else ""
    return f"{titles([step.title for step in steps])}. {along}".strip()


def titles(names: list[str]) -> str:
    """The first few, each between quotation marks."""
    shown = ", ".join(_("“%(title)s”") % {"title": name} for name in names[:5])
    return shown + (" …" if len(names) > 5 else "")
