"""The code that people type to join: short to read out, and not to be guessed."""

import secrets

# No vowels, so no words; no 0 O, 1 I L, 5 S, 2 Z or 8 B, which look alike. 22 ** 6 is 113 million.
LETTERS, DIGITS = "CDFGHJKMNPQRTVWXY", "34679"
ALPHABET = LETTERS + DIGITS
LENGTH = 6


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def normalised(typed: str) -> str:
    """As it is kept: people type spaces, dashes and small letters."""
    return "".join(character for character in typed.upper()[:40] if character.isalnum())


def in_groups(code: str) -> str:
    """Two groups of three are easier to read from a wall."""
    return f"{code[:3]} {code[3:]}".strip()
