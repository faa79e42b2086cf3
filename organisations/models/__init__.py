"""Who works with Leefwereld, and for which organisation."""

from organisations.models.content import Content, in_range, one_of, ordered, within_organisation
from organisations.models.invitation import Invitation
from organisations.models.membership import Membership
from organisations.models.organisation import Organisation
from organisations.models.sent import Sent
from organisations.models.user import User

__all__ = [
    "Content",
    "Invitation",
    "Membership",
    "Organisation",
    "Sent",
    "User",
    "in_range",
    "one_of",
    "ordered",
    "within_organisation",
]
