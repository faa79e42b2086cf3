"""Static files as they are served: collected in var/static, with a hash in their name, compressed."""

import hashlib

from develop.environment import LOCK, ROOT, VAR

STAMP = VAR / "static.sha256"


def collect_changed() -> None:
    """Needs Django to be set up."""
    from django.core.management import call_command

    fingerprint = _fingerprint()
    if STAMP.exists() and STAMP.read_text() == fingerprint and (VAR / "static").exists():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    STAMP.write_text(fingerprint)


def _fingerprint() -> str:
    """Of our files and how they are put together, and of the packages that bring static files along."""
    state = hashlib.sha256(LOCK.read_bytes())
    for path in sorted([*ROOT.glob("static/**/*"), *ROOT.glob("config/*.py")]):
        found = path.stat()
        state.update(f"{path}:{found.st_mtime_ns}:{found.st_size}".encode())
    return state.hexdigest()
