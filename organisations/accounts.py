"""How accounts come about: by invitation or an administrator, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """allauth without open registration."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
