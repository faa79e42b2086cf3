"""The weekly message is switched off and on: in one's account, or by the link in the message itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from improvements.weekly import switch, user_of, wants_mail


@login_required
@require_POST
def weekly_switch(request: HttpRequest) -> HttpResponse:
    on = request.POST.get("aan") == "1"
    switch(request.user, on=on)
    messages.success(request, said(on))
    return redirect("organisations:account")


# The link in a message proves who it is, and a mail program that switches it off by itself has no token.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def weekly_off(request: HttpRequest, token: str) -> HttpResponse:
    """Asks first: programs that look for viruses follow every link. Needs no account at hand."""
    user = user_of(token)
    if user is None:
        raise Http404
    with translation.override(user.language):
        if request.method == "POST":
            switch(user, on=request.POST.get("aan") == "1")
        context = {"owner": user, "is_on": wants_mail(user), "done": request.method == "POST"}
        response = render(request, "improvements/weekly_off.html", context)
    response.headers["Content-Language"] = user.language
    return response


def said(on: bool) -> str:
    return _("The weekly message is on.") if on else _("The weekly message is off.")
