"""A person who signs in."""

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from organisations.triggers import tells_of_access


class UserManager(BaseUserManager):
    """Makes users that are known by their e-mail address."""

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractUser):
    """Signs in by e-mail; what a user may do follows from the memberships."""

    username = None
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        triggers = [tells_of_access("OLD.id", pgtrigger.AnyChange("is_active", "password"))]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=_("There is already a user with this e-mail address."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def is_only_of(self, organisation: models.Model) -> bool:
        """Whether no one else depends on this account, so that the organisation may change it."""
        return not self.is_superuser and not self.memberships.exclude(organisation=organisation).exists()
