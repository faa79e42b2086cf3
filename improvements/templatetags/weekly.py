"""The switch of the weekly message, for the page of one's own account."""

from typing import Any

from django import template

from improvements.weekly import wants_mail

register = template.Library()


@register.inclusion_tag("improvements/_weekly_switch.html", takes_context=True)
def weekly_switch(context: template.Context) -> dict[str, Any]:
    return {"is_on": wants_mail(context["user"]), "csrf_token": context.get("csrf_token")}
