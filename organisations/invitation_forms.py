"""What an invitation asks: of who invites, and of who comes."""

from typing import Any

from allauth.account.forms import PasswordField, SetPasswordField
from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.forms import ContentForm
from organisations.models import Invitation, User


class InvitationForm(ContentForm):
    """Says what is wrong of who belongs here; of accounts elsewhere nothing is told."""

    organisation: Any

    class Meta:
        model = Invitation
        fields = ["email", "role", "language"]
        help_texts = {
            "email": _("This person gets a message with a link. It works once, for 14 days."),
            "role": _(
                "A viewer looks. An editor changes journeys. A facilitator also leads workshops. "
                "An administrator manages people and settings too."
            ),
            "language": _("The language of the message."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, organisation=self.organisation, **kwargs)

    def clean_email(self) -> str:
        email = User.objects.normalize_email(self.cleaned_data["email"])
        members = User.objects.filter(memberships__organisation=self.organisation)
        if members.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("This person belongs to the organisation already."))
        undecided = self.organisation.invitations.undecided().exclude(pk=self.instance.pk)
        if undecided.filter(email__iexact=email).exists():
            raise forms.ValidationError(
                _("This person is invited already. Choose “Send again” at that invitation.")
            )
        return email


class AcceptForm(forms.ModelForm):
    """A name and a password: the address is that of the invitation."""

    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150)
    password1 = SetPasswordField(label=_("Password"), help_text=_("At least 12 characters."))
    password2 = PasswordField(label=_("Password once more"), autocomplete="new-password")

    class Meta:
        model = User
        fields = ["first_name", "last_name"]

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.email = invitation.email
        self.instance.language = invitation.language
        self.user = self.instance  # allauth compares the password with what is known of this person
        self.fields["password1"].user = self.instance
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("This is not the same password."))
        return cleaned

    def save(self, commit: bool = True) -> User:
        user = super().save(commit=False)
        user.set_password(self.cleaned_data["password1"])
        user.save()
        return user
