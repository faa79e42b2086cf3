"""What every button of the console does: act, say what came of it, and show the console again."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.request import HttpRequest

from workshops.models import Workshop
from workshops.refusals import Refused


def acted(
    request: HttpRequest, workshop: Workshop, act: Callable[[], object], *, said: str = "", to: str = ""
) -> HttpResponse:
    """`to`: where it leads, if not to the console. What can't be done now is told there, in words."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        if said:
            messages.success(request, said)
    return HttpResponseRedirect(to or workshop.get_absolute_url())
