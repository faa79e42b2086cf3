"""Everything that a browser with an empty cache fetches for a page."""

import re
from urllib.parse import urljoin, urlsplit

from bench.measuring import Server, unpacked

OF_PAGE = re.compile(r'<(?:link|script|img|use)\b[^>]*?\b(?:href|src)="([^"]+)"')
OF_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)")
OF_MODULE = re.compile(r"""(?:from|import)\s*\(?["']([^"']+)["']""")


def bytes_by_kind(server: Server, path: str) -> dict[str, int]:
    """Bytes sent by kind, every font of the style sheet counted: a browser may need fewer."""
    seen, kinds = {path}, {}
    waiting = [path]
    while waiting:
        address = waiting.pop()
        answer = server.get(address)
        kind = urlsplit(address).path.rpartition(".")[2] if "." in address else "html"
        kinds[kind] = kinds.get(kind, 0) + len(answer.body)
        found = {urljoin(address, link).partition("#")[0] for link in links(kind, unpacked(answer))}
        new = sorted(link for link in found - seen if link.startswith("/"))
        seen.update(new)
        waiting += new
    return kinds


def links(kind: str, content: bytes) -> list[str]:
    pattern = {"html": OF_PAGE, "css": OF_STYLE, "js": OF_MODULE}.get(kind)
    return pattern.findall(content.decode()) if pattern else []
