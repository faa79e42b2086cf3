"""Measures pages and writes beside their floor, and prints the figures.

`python -m bench [map] [table] [in-time] [insights] [compare] [reading] [search] [home] [home500]
[plan] [places] [writes] [keys] [smooth] [live]`; all, where none is named.
"""

import json
import os
import signal
import sys
import tempfile
from functools import partial

import django
from django.core.management import call_command

from bench.scratch import scratch_database

WRITES, KEYS, SMOOTH, LIVE = "writes", "keys", "smooth", "live"


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["LOG_LEVEL"] = "WARNING"
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that all is cleaned up then too
    with scratch_database():
        django.setup()
        print("Making a database with generated journeys …", flush=True)
        call_command("migrate", verbosity=0, interactive=False)
        try:
            measure()
        finally:
            django.db.connections.close_all()


def measure() -> None:
    from bench.pages import statements_of, subjects
    from bench.servers import serving
    from bench.writes import make_writes

    chosen = subjects(sys.argv[1:])
    statements = {page: statements_of(page) for subject in chosen for page in (subject.large, subject.small)}
    writes = make_writes() if asked(WRITES) else None
    by_address = {
        f"/{subject.key}/{temperature}": getattr(statements[subject.large], temperature)
        for subject in chosen
        for temperature in ("warm", "cold")
    } | (writes.by_address if writes else {})
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(json.dumps(by_address))
        file.flush()
        with (
            serving("config.asgi:application", "asgi") as product,
            serving("bench.floor:application", BENCH_STATEMENTS=file.name) as floor,
            serving("bench.doors:application", BENCH_STATEMENTS=file.name) as doors,
        ):
            print(f"Load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
            if chosen:
                report_all(chosen, statements, product, floor)
            if asked(WRITES):
                report_writes(writes, product, floor, doors)
            if asked(KEYS):
                report_keypress(product)
            if asked(SMOOTH):
                report_smoothness(product)
            if asked(LIVE):
                report_live(product)


def asked(subject: str) -> bool:
    """All, where none is named."""
    return subject in sys.argv or len(sys.argv) == 1


def report_writes(writes, product: int, floor: int, doors: int) -> None:
    from bench import report
    from bench.measuring import Server, in_turn
    from bench.writes import GOAL, ROUNDS, WRITES, Writer

    print(report.WRITES)
    bare = Server(floor)
    for write in WRITES:
        writer = Writer(write, writes.product, product)
        floors = [partial(bare.get, f"/{write.key}/{kind}") for kind in ("bare", "own")]
        behind = partial(writer.beside(doors).post, f"/bench/{write.key}/", {}, writer.headers)
        timings = in_turn([writer.send, *floors, behind], ROUNDS, writer.prepare)
        own, small = len(writes.own[write.key]), len(writes.small[write.key])
        print(report.write(write.name, timings, own, GOAL))
        writer.prepare()
        print(report.write_queries(own, small, len(writer.send().body)), flush=True)


def report_all(chosen: list, statements: dict, product: int, floor: int) -> None:
    from bench import report
    from bench.first_visit import bytes_by_kind
    from bench.measuring import Server

    print(f"\n{report.INTRODUCTION}")
    for subject in chosen:
        server = Server(product, cookie_of(subject.large.user))
        print(f"{subject.large.name} ({subject.large.path})")
        compare(subject, statements[subject.large], server, Server(floor))
        print(report.queries(subject, statements[subject.large], statements[subject.small]))
        sizes(server, subject.large.path)
        if subject.key == "map":
            print(report.first_visit(bytes_by_kind(server, subject.large.path)))


def report_keypress(product: int) -> None:
    from bench import keypress
    from bench.pages import LARGE_MAP
    from bench.writes import make_map

    for line in keypress.measure(make_map("toetsen", LARGE_MAP), product):
        print(line, flush=True)


def report_smoothness(product: int) -> None:
    from bench import smoothness

    for line in smoothness.measure(product):
        print(line, flush=True)


def report_live(product: int) -> None:
    from bench import live

    for line in live.measure(product):
        print(line, flush=True)


def compare(subject, statements, product, floor) -> None:
    from bench import report
    from bench.measuring import in_turn

    page = partial(product.get, subject.large.path)
    all_rows = partial(floor.get, f"/{subject.key}/cold")
    few_rows = partial(floor.get, f"/{subject.key}/warm")
    cold, bare = in_turn([page, all_rows], subject.rounds_cold, subject.large.forget)
    print(report.times("cold", cold, bare, subject.goal_cold), flush=True)
    warm, bare, few = in_turn([page, all_rows, few_rows], subject.rounds_warm, lambda: None)
    print(report.times("warm", warm, bare, subject.goal_warm))
    print(report.beside_few(warm, few, len(statements.warm)), flush=True)


def sizes(server, path: str) -> None:
    from bench import report
    from bench.measuring import unpacked

    answer = server.get(path)
    print(report.sent(len(answer.body), len(unpacked(answer))))


def cookie_of(user) -> str:
    from bench.pages import signed_in

    return f"sessionid={signed_in(user).cookies['sessionid'].value}"


if __name__ == "__main__":
    main()
