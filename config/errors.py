"""What people see when something cannot be done: a page, or a fragment that fits where htmx puts it."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

from organisations.pages import is_partial


def refusal(request: HttpRequest, status: int, name: str = "") -> HttpResponse:
    """The text is templates/problems/<name or status>.html, drawn in a page or alone."""
    context = {"problem": f"problems/{name or status}.html", "status": status}
    template = "_problem.html" if is_partial(request) else "problem.html"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request-Type"])
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, 404, "gone" if request.method == "POST" and is_partial(request) else "")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    response = refusal(request, 403, "csrf")
    response.headers["Form-Token"] = "old"  # a page with JavaScript fetches a new one
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without the request: whatever broke may break again while asking who is signed in."""
    template = "_problem.html" if is_partial(request) else "problem.html"
    page = render_to_string(template, {"problem": "problems/500.html", "status": 500})
    return HttpResponse(page, status=500, headers={"Vary": "HX-Request-Type"})
