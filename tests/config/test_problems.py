"""What cannot be done is said in a page, or in a fragment that fits where htmx puts it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.test import Client

from config import errors

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
ANSWERS = [
    (lambda request: errors.bad_request(request, SuspiciousOperation()), 400),
    (lambda request: errors.bad_request(request, RequestDataTooBig()), 413),
    (lambda request: errors.permission_denied(request, None), 403),
    (lambda request: errors.not_found(request, None), 404),
    (lambda request: errors.csrf_failure(request), 403),
    (errors.server_error, 500),
]


@pytest.fixture
def ask(rf):
    def ask(**headers):
        request = rf.get("/nergens/", headers=headers)
        request.user, request.organisation, request.membership = AnonymousUser(), None, None
        return request

    return ask


@pytest.mark.parametrize(("answer", "status"), ANSWERS)
def test_problem_is_a_whole_page(ask, answer, status):
    response = answer(ask())
    assert response.status_code == status
    assert b"<main" in response.content
    assert response.content.count(b"<h1") == 1


@pytest.mark.parametrize(("answer", "status"), ANSWERS)
def test_problem_is_a_fragment_for_a_part_of_a_page(ask, answer, status):
    response = answer(ask(**PARTIAL))
    assert response.status_code == status
    assert b"<html" not in response.content
    assert b"utrecht-alert--error" in response.content
    assert response.headers["Vary"] == "HX-Request-Type"


@pytest.mark.django_db
def test_a_form_without_its_token_is_told_in_our_own_words(waterrijk, editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor, backend="allauth.account.auth_backends.AuthenticationBackend")

    response = client.post("/klantreizen/nieuw/", {"persona": "Ria"})

    assert response.status_code == 403
    assert "problems/csrf.html" in [template.name for template in response.templates]
