"""What someone does on their phone. Each can be sent twice and is done once."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from journeys.models import Pain
from organisations.guarded import Guarded
from workshops import taking_part
from workshops.admission import RoomRequest, participant_required
from workshops.phone_forms import ChangeForm, DotsForm, FeelingForm, NoteForm
from workshops.phone_page import page_of
from workshops.refusals import NoDotsLeft, Refused
from workshops.rewriting import rewrite
from workshops.ticket import take_in
from workshops.views.phone import shown

TYPED = ("text", "kind", "round", "step", "token")  # what a form that comes back still says


@participant_required
@require_POST
def feel(request: RoomRequest) -> HttpResponse:
    def act(step: int, value: int | None) -> None:
        found = get_object_or_404(request.participant.workshop.steps(), pk=step)
        if value is None:
            taking_part.unfeel(request.participant, found)
        else:
            during = request.participant.workshop.current_round()
            taking_part.feel(request.participant, step=found, value=value, during=during)

    return done(request, FeelingForm(request.POST), act)


@participant_required
@require_POST
def write(request: RoomRequest) -> HttpResponse:
    def act(step: int, round: int, **note: object) -> None:  # noqa: A002 (the field's name)
        workshop = request.participant.workshop
        during = get_object_or_404(workshop.rounds, pk=round)
        found = get_object_or_404(workshop.steps(), pk=step)
        taking_part.write(request.participant, during=during, step=found, **note)

    return done(request, NoteForm(request.POST, was_asked=bool(request.htmx)), act)


@participant_required
@require_POST
def change(request: RoomRequest, note: int) -> HttpResponse:
    mine = get_object_or_404(request.participant.notes, pk=note)
    return done(
        request,
        ChangeForm(request.POST, initial={"text": mine.text}),
        lambda kind, text: rewrite(request.participant, mine, kind=kind, text=text),
        changing=mine,
    )


@participant_required
@require_POST
def take_back(request: RoomRequest, note: int) -> HttpResponse:
    """Gone already is good: it was sent twice."""
    mine = request.participant.notes.filter(pk=note).first()
    act = (lambda: taking_part.take_back(request.participant, mine)) if mine else (lambda: None)
    return done(request, forms.Form({}), act)


@participant_required
@require_POST
def vote(request: RoomRequest) -> HttpResponse:
    def act(round: int, note: int | None, pain: int | None, count: int) -> None:  # noqa: A002
        workshop = request.participant.workshop
        taking_part.put_dots(
            request.participant,
            during=get_object_or_404(workshop.rounds, pk=round),
            count=count,
            note=get_object_or_404(workshop.notes, pk=note) if note else None,
            pain=get_object_or_404(Pain.objects.filter(step__in=workshop.steps()), pk=pain) if pain else None,
        )

    return done(request, DotsForm(request.POST), act, back="workshops:phone-votes")


@participant_required
@require_POST
def leave(request: RoomRequest) -> HttpResponse:
    """Somebody else can join with this phone; what was brought in stays."""
    response = HttpResponseRedirect(reverse("workshops:join"))
    take_in(response)
    return response


def done(
    request: RoomRequest,
    form: forms.Form,
    act: Callable[..., None],
    *,
    back: str = "workshops:phone",
    changing: object = None,
) -> HttpResponse:
    """Do it and lead back, or show again what was typed with the reason why not.

    A module that sends what waited for a connection gets no page: 204, or the reason with its status.
    """
    if form.is_valid():
        try:
            act(**form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        except NoDotsLeft as refused:
            form.add_error(None, str(refused))
        except Refused as refused:
            return told_why(request, form, str(refused), 409, changing)
        else:
            return HttpResponse(status=204) if request.htmx else HttpResponseRedirect(reverse(back))
    reasons = [error for errors in form.errors.values() for error in errors]
    return told_why(request, form, " ".join(reasons), 422, changing)


def told_why(
    request: RoomRequest, form: forms.Form, reason: str, status: int, changing: object
) -> HttpResponse:
    if request.htmx:
        return HttpResponse(reason, status=status, content_type="text/plain; charset=utf-8")
    typed = {name: form.data.get(name, "") for name in TYPED} | {"reason": reason}
    if isinstance(form, Guarded):
        typed["personal"] = form.personal.get("text")
    context = {"page": page_of(request.participant), "typed": typed, "changing": changing}
    return shown(request, "phone", context, status=status)
