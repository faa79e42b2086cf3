"""Text holds what people can read: a character that they can't is told beside the field."""

import pytest
from django.core.exceptions import ValidationError

from personas.models import Persona
from tests.factories import PersonaFactory


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\ud800"])
def test_a_control_character_is_refused(waterrijk, character):
    persona = PersonaFactory.build(organisation=waterrijk, quote=f"a{character}b", needs=["rust", character])

    with pytest.raises(ValidationError) as refusal:
        persona.full_clean()

    assert refusal.value.message_dict.keys() == {"quote", "needs"}


def test_lines_tabs_and_smileys_are_text(waterrijk):
    persona = PersonaFactory.build(organisation=waterrijk, quote="één\r\n\ttwee 🙂 \u200d")

    persona.full_clean()


def test_a_form_keeps_what_was_typed(as_editor):
    page = as_editor.post("/personas/nieuw/", {"name": "Noor\x07", "lives_here": "unknown"})

    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {"name"}
    assert not Persona.objects.exists()
