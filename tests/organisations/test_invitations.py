"""An administrator invites by e-mail; who has the link becomes a member, once."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from organisations.models import Invitation, Membership, User
from organisations.models.invitation import digest
from tests.conftest import signed_in
from tests.factories import InvitationFactory, MembershipFactory, UserFactory
from tests.pages import soup, values, wrong_fields

LIST = "/beheer/organisations/invitation/"
TYPED = {"email": "noor@waterrijk.example", "role": "facilitator", "language": "nl"}
PERSON = {
    "first_name": "Noor",
    "last_name": "de Wit",
    "password1": "fiets-kraam-tulp-7",
    "password2": "fiets-kraam-tulp-7",
}


@pytest.fixture
def invite(as_administrator, mailoutbox, django_capture_on_commit_callbacks):
    """Send the form of the administration; gives the link in the message that went out."""

    def invited(**fields) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            response = as_administrator.post(f"{LIST}add/", TYPED | fields)
        assert response.status_code == 302, response.context["adminform"].form.errors
        return link_in(mailoutbox[-1])

    return invited


def link_in(message) -> str:
    return re.search(r"http://testserver(/uitnodiging/\S+)", message.body)[1]


def test_the_button_says_that_it_invites(as_administrator):
    form = soup(as_administrator.get(f"{LIST}add/"))

    buttons = [button["value"] for button in form.select(".submit-row [type=submit]")]
    assert buttons == ["Uitnodigen", "Uitnodigen en nog iemand"]


def act(client, capture, name: str, invitation: Invitation) -> None:
    with capture(execute=True):
        client.post(reverse(f"admin:organisations_invitation_{name}", args=[invitation.pk]))


def test_who_is_invited_chooses_a_name_and_password_and_is_a_member(
    invite, client, waterrijk, administrator, mailoutbox
):
    link = invite()
    assert mailoutbox[0].to == ["noor@waterrijk.example"]
    assert waterrijk.name in mailoutbox[0].subject
    assert client.get(link).status_code == 200

    response = client.post(link, PERSON)

    noor = User.objects.get(email="noor@waterrijk.example")
    assert response.url == "/"
    assert client.get("/").wsgi_request.user == noor
    assert noor.check_password(PERSON["password1"])
    assert noor.memberships.get().role == Membership.Role.FACILITATOR
    invitation = Invitation.objects.get()
    assert (invitation.accepted_by, invitation.invited_by) == (noor, administrator)
    assert invitation.state == Invitation.State.ACCEPTED


def test_the_link_is_not_kept(invite):
    link = invite()
    token = link.rstrip("/").rpartition("/")[2]
    assert len(token) >= 40
    row = Invitation.objects.values().get()
    assert token not in str(row)
    assert row["digest"] == digest(token)


def test_the_message_speaks_the_language_that_was_chosen(invite, mailoutbox, client):
    link = invite(language="en")
    assert "invites you" in mailoutbox[0].subject
    assert "You are invited" in client.get(link).content.decode()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("first_name", ""),
        ("last_name", " "),
        ("password1", "short"),
        ("password1", "noor@waterrijk.example"),
        ("password2", "another-password"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(invite, client, field, text):
    typed = PERSON | {field: text}
    typed |= {"password2": text} if field == "password1" else {}
    response = client.post(invite(), typed)
    assert response.status_code == 422
    assert field in wrong_fields(soup(response))
    other = "last_name" if field == "first_name" else "first_name"
    assert values(soup(response))[other] == PERSON[other]
    assert not User.objects.filter(email="noor@waterrijk.example").exists()


def test_who_has_an_account_signs_in_and_says_yes(invite, client, stranger, waterrijk):
    link = invite(email=stranger.email.upper())
    shown = soup(client.get(link))
    assert f"{reverse('account_login')}?next={link}" in [a.get("href") for a in shown.select("a")]
    before = User.objects.filter(pk=stranger.pk).values("password", "first_name", "is_active").get()

    browser = signed_in(stranger)
    assert browser.get(link).status_code == 200
    assert not stranger.memberships.filter(organisation=waterrijk).exists()
    assert browser.post(link).url == "/"

    assert stranger.memberships.get(organisation=waterrijk).role == "facilitator"
    assert browser.get("/").wsgi_request.organisation == waterrijk
    assert User.objects.filter(pk=stranger.pk).values("password", "first_name", "is_active").get() == before


def test_nobody_takes_over_an_account_with_a_link(invite, client, stranger):
    client.post(invite(email=stranger.email), PERSON)
    stranger.refresh_from_db()
    assert not stranger.check_password(PERSON["password1"])
    assert Invitation.objects.get().is_open


def test_someone_else_who_is_signed_in_gets_nothing(invite, as_stranger, stranger, waterrijk):
    link = invite()
    assert as_stranger.get(link).status_code == 403
    assert as_stranger.post(link, PERSON).status_code == 403
    assert not stranger.memberships.filter(organisation=waterrijk).exists()
    assert Invitation.objects.get().is_open


def test_a_link_works_once(invite, client):
    link = invite()
    client.post(link, PERSON)
    response = client.__class__().get(link)
    assert response.status_code == 410
    assert "aanvaard" in response.content.decode() or "accepted already" in response.content.decode()


def test_an_old_link_says_so(invite, client):
    link = invite()
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    for response in (client.get(link), client.post(link, PERSON)):
        assert response.status_code == 410
    assert not User.objects.filter(email="noor@waterrijk.example").exists()


def test_it_lasts_two_weeks(invite):
    invite()
    left = Invitation.objects.get().expires_at - timezone.now()
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)


def test_a_withdrawn_link_says_so(invite, client, as_administrator, django_capture_on_commit_callbacks):
    link = invite()
    act(as_administrator, django_capture_on_commit_callbacks, "withdraw", Invitation.objects.get())
    assert client.get(link).status_code == 410
    assert client.post(link, PERSON).status_code == 410
    assert not User.objects.filter(email="noor@waterrijk.example").exists()


def test_sent_again_only_the_newest_link_works(
    invite, client, as_administrator, mailoutbox, django_capture_on_commit_callbacks
):
    link = invite()
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    act(as_administrator, django_capture_on_commit_callbacks, "again", Invitation.objects.get())
    assert client.get(link).status_code == 404
    assert client.get(link_in(mailoutbox[1])).status_code == 200


def test_several_are_sent_again_or_withdrawn_from_the_list(as_administrator, waterrijk, elsewhere):
    ours = InvitationFactory.create_batch(2, organisation=waterrijk)
    theirs = InvitationFactory(organisation=elsewhere)
    chosen = {"_selected_action": [one.pk for one in (*ours, theirs)]}
    as_administrator.post(LIST, {"action": "withdraw", **chosen})
    assert {one.state for one in waterrijk.invitations.all()} == {Invitation.State.WITHDRAWN}
    theirs.refresh_from_db()
    assert theirs.is_open


@pytest.mark.parametrize("token", ["made-up", "x" * 200, "%00", "é"])
def test_a_made_up_link_is_not_there(client, db, token):
    assert client.get(f"/uitnodiging/{token}/").status_code in (400, 404)


def test_guessing_stops_soon(client, db):
    answers = [client.get(f"/uitnodiging/guess-{number}/").status_code for number in range(62)]
    assert answers[0] == 404
    assert answers[-1] == 429


def test_a_mailbox_is_not_filled(invite, as_administrator, mailoutbox, django_capture_on_commit_callbacks):
    invite()
    for _ in range(10):
        act(as_administrator, django_capture_on_commit_callbacks, "again", Invitation.objects.get())
    assert len(mailoutbox) == 5


@pytest.mark.parametrize("email", ["", "noor", "editor@waterrijk.example", "EDITOR@waterrijk.example"])
def test_a_wrong_address_is_told_and_kept(as_administrator, editor, email):
    response = as_administrator.post(f"{LIST}add/", TYPED | {"email": email})
    assert response.context["adminform"].form.errors["email"]
    assert values(soup(response))["email"] == email
    assert not Invitation.objects.exists()


def test_who_is_invited_already_is_not_invited_twice(invite, as_administrator):
    invite()
    response = as_administrator.post(f"{LIST}add/", TYPED | {"email": TYPED["email"].upper()})
    assert response.context["adminform"].form.errors["email"]
    assert Invitation.objects.count() == 1


def test_who_invites_does_not_learn_of_accounts_elsewhere(invite, stranger, mailoutbox):
    invite(email=stranger.email)
    invite()
    known, unknown = (re.sub(r"/uitnodiging/\S+", "", message.body) for message in mailoutbox)
    assert known == unknown


@pytest.mark.django_db(transaction=True)
def test_where_no_mail_goes_out_the_link_is_shown_once(as_administrator, client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    as_administrator.post(f"{LIST}add/", TYPED)
    pages = [as_administrator.get(LIST).content.decode() for _ in range(2)]
    link = re.search(r"http://testserver(/uitnodiging/[\w-]+/)", pages[0])[1]
    assert "/uitnodiging/" not in pages[1]
    assert client.get(link).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_message_that_cannot_be_sent_loses_nothing(as_administrator, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    as_administrator.post(f"{LIST}add/", TYPED)
    assert Invitation.objects.get().is_open
    assert "/uitnodiging/" in as_administrator.get(LIST).content.decode()


def test_an_old_link_makes_nobody_less(invite, waterrijk):
    noor = UserFactory(email=TYPED["email"])
    link = invite(role="viewer")
    MembershipFactory(user=noor, organisation=waterrijk, role=Membership.Role.ADMINISTRATOR)
    signed_in(noor).post(link)
    assert noor.memberships.get().role == "administrator"


def test_the_list_tells_the_state_and_is_searched_and_filtered(as_administrator, waterrijk, elsewhere):
    now = timezone.now()
    rows = {
        "open": InvitationFactory(organisation=waterrijk),
        "expired": InvitationFactory(organisation=waterrijk, expires_at=now),
        "withdrawn": InvitationFactory(organisation=waterrijk, withdrawn_at=now),
        "accepted": InvitationFactory(organisation=waterrijk, accepted_at=now),
    }
    InvitationFactory(organisation=elsewhere)
    for state, row in rows.items():
        assert list(as_administrator.get(LIST, {"state": state}).context["cl"].queryset) == [row]
    found = as_administrator.get(LIST, {"q": rows["open"].email}).context["cl"].queryset
    assert list(found) == [rows["open"]]
    assert as_administrator.get(LIST).context["cl"].queryset.count() == 4


@pytest.mark.parametrize("page", ["add/", "{0}/change/", "{0}/opnieuw/", "{0}/intrekken/", ""])
def test_only_administrators_of_this_organisation_invite(
    as_editor, as_administrator, waterrijk, elsewhere, page
):
    ours, theirs = InvitationFactory(organisation=waterrijk), InvitationFactory(organisation=elsewhere)
    assert as_editor.get(LIST + page.format(ours.pk)).status_code == 403
    assert as_editor.post(LIST + page.format(ours.pk), TYPED).status_code == 403
    if "{0}" in page:
        assert as_administrator.get(LIST + page.format(theirs.pk)).status_code == 404
        as_administrator.post(LIST + page.format(theirs.pk))
        theirs.refresh_from_db()
        assert (theirs.is_open, theirs.invited_by) == (True, None)


def test_the_page_of_an_invitation_shows_what_became_of_it(as_administrator, waterrijk):
    row = InvitationFactory(organisation=waterrijk)
    shown = soup(as_administrator.get(f"{LIST}{row.pk}/change/"))
    assert row.email in shown.get_text()
    assert len(shown.select("[formaction]")) == 2
    Invitation.objects.update(withdrawn_at=timezone.now())
    assert not soup(as_administrator.get(f"{LIST}{row.pk}/change/")).select("[formaction]")
