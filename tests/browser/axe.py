"""axe-core on a page: WCAG 2.2 A and AA, and best practice."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# No rule of these needs the stylesheets; and how to point at an element is worked out only for what is wrong.
RUN = """async ([part, tags]) => {
  const options = {runOnly: tags, resultTypes: ['violations'], preload: false};
  const {violations} = await axe.run(part, {...options, selectors: false});
  return violations.length ? axe.run(part, options) : {violations};
}"""


def findings(page: Page, part: str = "html") -> list[str]:
    """What axe finds in a part of the page; evaluated by the browser itself, so the strict CSP stays."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SCRIPT)
    violations = page.evaluate(RUN, [part, TAGS])["violations"]
    return [
        f"{rule['id']}: {' '.join(node['failureSummary'].split())} {node['target']} {node['html'][:200]}"
        for rule in violations
        for node in rule["nodes"]
    ]
