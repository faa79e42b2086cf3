"""The known cast: who edits, who looks, who manages, and who is of another municipality."""

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, settings

from journeys.remembered import forget
from organisations.models import Membership, Organisation, User
from tests.factories import MembershipFactory, OrganisationFactory
from tests.session_factories import RoundFactory, WorkshopFactory
from workshops.models import Round, Workshop

# A busy machine is slow, and no reason to fail.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("steady"), max_examples=2000)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def quick_passwords(settings) -> None:
    """Hashing a password takes a third of a second on purpose; not in tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Versions are raised once a transaction, and a test is one: what was remembered would stay."""
    cache.clear()
    forget()


@pytest.fixture(autouse=True)
def told(request, settings) -> None:
    """No request writes a journey without a change that tells it; a browser has a server of its own."""
    if "address" not in request.fixturenames:
        settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.untold.Untold"]


@pytest.fixture
def waterrijk(db) -> Organisation:
    """The municipality that the tests are about."""
    return OrganisationFactory(name="Gemeente Waterrijk", slug="waterrijk")


@pytest.fixture
def elsewhere(db) -> Organisation:
    """Another municipality, whose content nobody of Waterrijk may see."""
    return OrganisationFactory(name="Gemeente Elders", slug="elders")


def member(organisation: Organisation, role: str) -> User:
    return MembershipFactory(
        organisation=organisation, role=role, user__email=f"{role}@{organisation.slug}.example"
    ).user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def editor(waterrijk) -> User:
    return member(waterrijk, Membership.Role.EDITOR)


@pytest.fixture
def viewer(waterrijk) -> User:
    return member(waterrijk, Membership.Role.VIEWER)


@pytest.fixture
def facilitator(waterrijk) -> User:
    return member(waterrijk, Membership.Role.FACILITATOR)


@pytest.fixture
def administrator(waterrijk) -> User:
    return member(waterrijk, Membership.Role.ADMINISTRATOR)


@pytest.fixture
def stranger(elsewhere) -> User:
    """May edit, but in another municipality."""
    return member(elsewhere, Membership.Role.EDITOR)


@pytest.fixture
def as_editor(editor) -> Client:
    return signed_in(editor)


@pytest.fixture
def as_facilitator(facilitator) -> Client:
    return signed_in(facilitator)


@pytest.fixture
def as_viewer(viewer) -> Client:
    return signed_in(viewer)


@pytest.fixture
def as_administrator(administrator) -> Client:
    return signed_in(administrator)


@pytest.fixture
def as_stranger(stranger) -> Client:
    return signed_in(stranger)


@pytest.fixture
def workshop(waterrijk, journey) -> Workshop:
    """A session that goes on, on the journey at hand: the example in a browser, elsewhere two steps."""
    return WorkshopFactory(organisation=waterrijk, title="Geboorte in het echt", on=[journey])


@pytest.fixture
def pains(workshop) -> Round:
    """A round of it in which pains are written, running."""
    return RoundFactory(workshop=workshop, running=True, order=0)
