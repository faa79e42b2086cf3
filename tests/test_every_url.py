"""Every address: signed out, sign in first; of elsewhere, find nothing; only looking, write nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.addresses import Address, Rows, addresses, answer, rows_of

SIGN_IN = "/account/inloggen/"
# For people who are on their way in, and for machines.
PUBLIC = {
    *("account_login", "account_logout", "account_inactive"),
    *("account_reset_password", "account_reset_password_done"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done"),
    *("organisations:language", "organisations:invitation", "admin:login"),
    "improvements:weekly-off",
    *("workshops:join", "workshops:join-code", "workshops:phone", "workshops:phone-votes"),
    *("workshops:phone-feel", "workshops:phone-write", "workshops:phone-change"),
    *("workshops:phone-take-back", "workshops:phone-vote", "workshops:phone-leave", "workshops:phone-stream"),
    *("live", "ready", "robots", "security"),
}
# One's own account is written by everyone who has one.
OWN = {
    "improvements:weekly-switch",
    "organisations:account",
    "organisations:switch",
    "account_change_password",
}
# Asked for by itself it draws nothing, and leads back to the map; or to what a view shows.
LEADS_BACK = {"journeys:choice", "journeys:saved-view"}
# Everyone keeps ways of looking of their own, and opens those of others.
KEPT = {"journeys:saved-view-list", "journeys:saved-view"}
# How far one is in the leerroute, and what one put aside, is one's own too.
LEARNT = {
    *("learning:journey-choose", "learning:lesson-finish", "learning:lesson-again"),
    *("learning:missing-aside", "learning:missing-back"),
}
# Changed by who made it, or by an administrator.
OF_ITS_MAKER = {"journeys:saved-view-edit", "journeys:saved-view-delete"}
GUARDED = [address for address in addresses() if address.name not in PUBLIC]
# There is nothing to see where nothing was uploaded.
UPLOADED = {"organisations:logo"}
PRODUCT = [address for address in GUARDED if not address.is_admin and address.name not in OWN | UPLOADED]
ADMIN = [address for address in GUARDED if address.is_admin]


@pytest.fixture
def ours(waterrijk) -> Rows:
    return rows_of(waterrijk)


@pytest.fixture
def theirs(elsewhere) -> Rows:
    return rows_of(elsewhere)


def answers(client: Client, path: str) -> dict[str, HttpResponse]:
    return {method: answer(client, method.upper(), path) for method in ("get", "post")}


def walk(all_of: list[Address], asked: Callable[[Address], dict[str, Any]]) -> None:
    """Ask each address, and tell together whatever `asked` finds strange."""
    strange = [f"{address}: {found}" for address in all_of if (found := asked(address))]
    assert not strange, "\n".join(strange)


def test_there_are_addresses_to_walk():
    names = {address.name for address in addresses()}

    assert {"home", "journeys:journey-map", "admin:journeys_step_change"} <= names
    assert names >= PUBLIC | OWN


def test_who_is_signed_out_is_sent_to_sign_in(client, ours):
    def asked(address: Address) -> dict[str, str]:
        found = answers(client, address.path(ours))
        ends = {
            method: response.headers.get("Location", str(response.status_code))
            for method, response in found.items()
        }
        return {method: end for method, end in ends.items() if not end.startswith(f"{SIGN_IN}?next=/")}

    walk(GUARDED, asked)


def test_public_addresses_need_no_account(client, ours):
    def asked(address: Address) -> dict[str, int]:
        found = answers(client, address.path(ours))
        return {
            method: found[method].status_code for method in found if found[method].status_code in (403, 500)
        }

    walk([address for address in addresses() if address.name in PUBLIC], asked)


def mixtures(address: Address, ours: Rows, theirs: Rows) -> list[Rows]:
    """All rows of another organisation, and each one of them among ours."""
    names = address.rows
    return [theirs, *(ours | {name: theirs[name]} for name in names if len(names) > 1)]


def test_a_row_of_another_organisation_is_not_found(as_facilitator, ours, theirs):
    def asked(address: Address) -> dict[str, list[int]]:
        found = {}
        for rows in mixtures(address, ours, theirs):
            path = address.path(rows)
            statuses = [response.status_code for response in answers(as_facilitator, path).values()]
            # An address that knows one method says so before it looks.
            if 404 not in statuses or set(statuses) - {404, 405}:
                found[path] = statuses
        return found

    walk([address for address in PRODUCT if address.rows], asked)


def test_a_row_of_another_journey_is_not_found(as_editor, ours, waterrijk):
    others = rows_of(waterrijk)

    def asked(address: Address) -> dict[str, list[int]]:
        path = address.path(ours | {"journey": others["journey"]})
        statuses = [response.status_code for response in answers(as_editor, path).values()]
        return {} if 404 in statuses and not set(statuses) - {404, 405} else {path: statuses}

    below = [address for address in PRODUCT if "journey" in address.rows and len(address.rows) > 1]
    assert below
    walk(below, asked)


def test_the_administration_finds_no_row_of_another_organisation(as_administrator, theirs):
    def asked(address: Address) -> dict[str, str]:
        found = answers(as_administrator, address.path(theirs))
        ends = {
            method: response.headers.get("Location", str(response.status_code))
            for method, response in found.items()
        }
        return {method: end for method, end in ends.items() if end not in ("403", "404")}

    walk([address for address in ADMIN if "object_id" in address.arguments], asked)


def test_who_may_only_look_writes_nothing(as_viewer, ours):
    def asked(address: Address) -> dict[str, int]:
        statuses = {
            method: response.status_code
            for method, response in answers(as_viewer, address.path(ours)).items()
        }
        only_shown = statuses == {"get": 200, "post": 405}
        return {} if only_shown or set(statuses.values()) <= {403, 405} else statuses

    walk([address for address in PRODUCT if address.name not in KEPT | LEARNT], asked)


def test_only_administrators_see_the_administration(as_editor, ours):
    def asked(address: Address) -> dict[str, int]:
        found = answers(as_editor, address.path(ours))
        return {method: found[method].status_code for method in found if found[method].status_code != 403}

    walk(ADMIN, asked)


def test_a_facilitator_sees_every_page(as_facilitator, ours):
    def asked(address: Address) -> dict[str, int]:
        status = answers(as_facilitator, address.path(ours))["get"].status_code
        return {} if status in (200, 405) or address.name in LEADS_BACK | OF_ITS_MAKER else {"get": status}

    walk([*PRODUCT, *(address for address in GUARDED if address.name in OWN)], asked)


def test_an_administrator_sees_every_page_of_the_administration(as_administrator, ours):
    def asked(address: Address) -> dict[str, int]:
        status = answers(as_administrator, address.path(ours))["get"].status_code
        return {} if status in (200, 302, 403, 404, 405) else {"get": status}

    walk(ADMIN, asked)
