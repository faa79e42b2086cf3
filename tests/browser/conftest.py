"""A browser on the product as people meet it; whatever goes wrong in the background fails the test."""

import fcntl
import os
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, expect

from develop import chromium, static
from exchange.worked_example import load_example
from journeys.models import Journey
from organisations.models import User
from shots.cast import cast
from tests.browser.hands import Hand, Keyboard, Mouse
from tests.browser.quiet import Quiet
from tests.browser.server import AsgiServer
from tests.browser.watch import Watch
from tests.conftest import signed_in
from tests.database import empty

# Playwright runs a loop of its own in this thread; Django would refuse its database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-gpu",
]
PATIENCE = 30_000  # ms; a busy machine is slow, and no reason to fail
expect.set_options(timeout=PATIENCE)
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    executable = os.environ.get("CHROMIUM") or chromium.found()
    return {**browser_type_launch_args, "executable_path": executable, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def collected() -> None:
    """The static files as they are now, with their hashed names; by one worker at a time."""
    with (django_settings.VAR_DIR / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        static.collect_changed()
    staticfiles_storage.hashed_files, staticfiles_storage.manifest_hash = staticfiles_storage.load_manifest()


@pytest.fixture(scope="session")
def address(django_db_setup, collected) -> Iterator[str]:
    """A server for all tests of a worker; each test brings its own rows."""
    server = AsgiServer(slowly="SLOWLY" in os.environ)
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def quiet() -> Quiet:
    return Quiet()


@pytest.fixture
def example(transactional_db, waterrijk) -> list[Journey]:
    """The journeys of the worked example, in Waterrijk."""
    cache.clear()
    return load_example()


@pytest.fixture
def journey(example) -> Journey:
    """The first journey of the example: Farah's first child."""
    return example[0]


@pytest.fixture
def visit(request, browser: Browser, transactional_db, address: str, quiet: Quiet) -> Iterator[Visit]:
    """`visit(user)`: a tab of a browser in which the user is signed in; without one, signed out."""
    watch, contexts = Watch(address, offline="offline" in request.keywords), []

    def visited(user: User | None = None, **options) -> Page:
        context = new_context(browser, address, user and session_of(user), **options)
        watch.over(context)
        contexts.append(context)
        return context.new_page()

    yield visited
    for context in contexts:
        context.close()
    quiet.wait()
    assert watch.complaints == []


def session_of(user: User) -> str:
    return signed_in(user).cookies[django_settings.SESSION_COOKIE_NAME].value


def new_context(browser: Browser, address: str, session: str | None, **options) -> BrowserContext:
    defaults = {"viewport": {"width": 1366, "height": 768}, "locale": "nl-NL", "base_url": address}
    context = browser.new_context(**defaults | options)
    context.set_default_timeout(PATIENCE)
    if session:
        cookie = {"name": django_settings.SESSION_COOKIE_NAME, "value": session, "url": address}
        context.add_cookies([cookie])
    return context


@pytest.fixture
def page(visit, editor) -> Page:
    """A tab of someone who may edit."""
    return visit(editor)


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def hand(request, page) -> Hand:
    """The same test with the mouse, and with the keyboard alone."""
    return request.param(page)


@pytest.fixture
def opened_map(page, journey) -> Page:
    """The map of the journey, with the editor's tab on it."""
    page.goto(journey.get_absolute_url())
    return page


@pytest.fixture(scope="module")
def sessions(django_db_setup, django_db_blocker) -> Iterator[dict[str, str]]:
    """Who looks (shots/cast.py), signed in; with rows that the tests of a module only look at."""
    with django_db_blocker.unblock():
        cache.clear()
        load_example()
        yield {who: session_of(user) for who, user in cast().items()} | {"": ""}
        empty()


@pytest.fixture
def editor_and_facilitator(editor, facilitator) -> tuple[User, User]:
    return editor, facilitator
