"""Cut a vendored stylesheet down to the blocks and custom properties that are used."""

import re
from collections.abc import Iterable, Iterator

# Classes that show a state for documentation (the real states are pseudo-classes), and sizes nobody asks for.
UNUSED = re.compile(
    r"--(?:hover|active|focus|focus-visible|pressed|busy|forced-colors|placeholder|distanced"
    r"|(?:house|iban|postal|tel|voorvoegsel|sticky)[\w-]*)(?![\w-])"
)
CUSTOM_PROPERTY = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
USED = re.compile(r"var\(\s*(--[\w-]+)")


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def minified(css: str) -> str:
    css = re.sub(r"\s+", " ", without_comments(css))
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    return re.sub(r":\s+(?=[^{}]*[;}])", ":", css).replace(";}", "}").strip()


def rules(css: str) -> Iterator[tuple[str, str]]:
    """The top-level rules as (prelude, body)."""
    start = depth = 0
    for at, char in enumerate(css):
        if char == "{":
            depth += 1
            if depth == 1:
                prelude, start = css[start:at].strip(), at + 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                yield prelude, css[start:at]
                start = at + 1


def only_blocks(css: str, blocks: Iterable[str]) -> str:
    """Keep the rules of these blocks ('button', 'form-field'), inside media queries too."""
    names = "|".join(re.escape(name) for name in blocks)
    wanted = re.compile(rf"\.utrecht-(?:{names})(?![\w-])|\.utrecht-(?:{names})(?:__|--)")
    kept = []
    for prelude, body in rules(re.sub(r"@charset[^;]*;", "", without_comments(css))):
        if prelude.startswith("@"):
            body = only_blocks(body, blocks) if prelude.startswith("@media") else ""
        else:
            selectors = [part.strip() for part in re.split(r",(?![^()]*\))", prelude)]
            prelude = ",".join(part for part in selectors if wanted.match(part) and not UNUSED.search(part))
        if prelude and body.strip():
            kept.append(f"{prelude}{{{body}}}")
    return "\n".join(kept)


def only_properties(theme: str, users: str) -> str:
    """Keep the custom properties that `users` refer to, and those that these refer to in turn."""
    [(selector, body)] = rules(without_comments(theme))
    values = dict(CUSTOM_PROPERTY.findall(body))
    wanted, found = set(USED.findall(users)), set()
    while wanted:
        found |= wanted
        wanted = {name for known in wanted & values.keys() for name in USED.findall(values[known])} - found
    lines = (f"{name}:{value.strip()};" for name, value in values.items() if name in found)
    return f"{selector}{{{''.join(lines)}}}"
