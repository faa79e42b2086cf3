"""Where the pictures are taken: a server on a database of its own, with the worked example in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.test.testcases import LiveServerThread
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

from organisations.models import User
from shots.cast import cast

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@contextmanager
def stage() -> Iterator[tuple[str, dict[str, dict]]]:
    """The server's address, and the cookie of each role."""
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    server = LiveServerThread("127.0.0.1", lambda application: application)
    server.daemon = True
    try:
        call_command("load_example", verbosity=0)
        cookies = {who: cookie(user) for who, user in cast().items()}
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        yield f"http://127.0.0.1:{server.port}", cookies
    finally:
        server.terminate()
        teardown_databases(databases, verbosity=0)


def cookie(user: User) -> dict:
    """A session as signing in makes it, without a password typed for each picture."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key}
