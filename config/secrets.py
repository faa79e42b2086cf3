"""The key that signs sessions, where none is given."""

import os
from contextlib import suppress
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def own_secret_key(folder: Path) -> str:
    """A random key for this clone alone, made once and kept with mode 0600.

    A known one would let anybody sign in to a server whose settings were forgotten.
    """
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"secret-key.{os.getpid()}"
        unfinished.touch(mode=0o600)
        unfinished.write_text(get_random_secret_key())
        # Of two processes that start at once the first one's key stays: a link doesn't replace.
        with suppress(FileExistsError):
            path.hardlink_to(unfinished)
        unfinished.unlink()
    return path.read_text()
