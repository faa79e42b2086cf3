"""Who may see a page, and who may write: one decorator a view."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from organisations.middleware import OrganisationRequest
from organisations.once import written_once

View = Callable[..., HttpResponse]


def member_required(view: View) -> View:
    """Let in who is signed in and belongs to an organisation."""

    @login_required
    @wraps(view)
    def guarded(request: OrganisationRequest, *args, **kwargs) -> HttpResponse:
        if request.organisation is None:
            return render(request, "organisations/no_organisation.html", status=403)
        return view(request, *args, **kwargs)

    return guarded


def editor_required(view: View) -> View:
    """Let in who may write; someone who may only look gets 403, after 404 for what isn't theirs.

    The object is looked up by the view, so the role is checked first: a viewer learns nothing from it.
    What is sent twice is written once.
    """

    whole = written_once(view)

    @member_required
    @wraps(view)
    def guarded(request: OrganisationRequest, *args, **kwargs) -> HttpResponse:
        if not request.membership.can_edit:
            raise PermissionDenied
        return whole(request, *args, **kwargs)

    return guarded


def facilitator_required(view: View) -> View:
    """Let in who may lead a session; others of the organisation get 403. What is sent twice is done once."""

    whole = written_once(view)

    @member_required
    @wraps(view)
    def guarded(request: OrganisationRequest, *args, **kwargs) -> HttpResponse:
        if not request.membership.can_facilitate:
            raise PermissionDenied
        return whole(request, *args, **kwargs)

    return guarded
