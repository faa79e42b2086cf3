"""Closes the door for a while to who gets a password wrong too often."""

from datetime import datetime

from allauth.account.adapter import get_adapter
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone


def account_name(request: HttpRequest, credentials: dict | None) -> str | None:
    """What attempts are counted by: the address, however it was capitalised."""
    email = (credentials or {}).get("email") or request.POST.get("login")
    return email.strip().lower()[:255] if email else None


def client_address(request: HttpRequest) -> str | None:
    """Where a request comes from; what a proxy says is only believed where NUM_PROXIES counts it."""
    try:
        return get_adapter().get_client_ip(request)
    except PermissionDenied:  # over a socket there is no address
        return None


def closed_until(request: HttpRequest, credentials: dict | None) -> datetime:
    handler = AxesProxyHandler.get_implementation()
    attempts = [
        attempt.attempt_time for rows in handler.get_user_attempts(request, credentials) for attempt in rows
    ]
    return max(attempts, default=timezone.now()) + get_cool_off(request)


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict | None) -> HttpResponse:
    until = closed_until(request, credentials)
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    page = render(request, "account/locked.html", {"until": until}, status=429)
    page.headers["Retry-After"] = str(seconds)
    return page
