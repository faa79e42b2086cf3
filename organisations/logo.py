"""The organisation's logo, for its own people alone."""

from django.http import FileResponse, Http404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from organisations.access import member_required
from organisations.middleware import OrganisationRequest


@member_required
@require_safe
@cache_control(private=True, max_age=3600)
def logo(request: OrganisationRequest) -> FileResponse:
    """The picture as uploaded; its address carries the file's name, so that a new one shows at once."""
    picture = request.organisation.logo
    if not picture or not picture.storage.exists(picture.name):
        raise Http404
    return FileResponse(picture.open("rb"))
