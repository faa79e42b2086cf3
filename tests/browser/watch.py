"""What a browser complains about while a test does something else."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# Chromium reports every 4xx as an error on the console; a refusal is what many tests are about.
REFUSAL = "Failed to load resource: the server responded with a status of 4"
# In tests where the server can't be reached, so is every failure to load; htmx tells of what was on its way.
FAILURE = "Failed to load resource: "
CUT_OFF = "htmx: htmx:error: Failed to fetch"
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`Content Security Policy: ${event.violatedDirective} refuses ${event.blockedURI}`))"""


class Watch:
    """Collects errors, violations of the security policy, requests elsewhere and failures of the server."""

    def __init__(self, address: str, *, offline: bool = False) -> None:
        self.host = urlsplit(address).netloc
        self.unminded = (REFUSAL, FAILURE, CUT_OFF) if offline else (REFUSAL,)
        self.complaints: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(self.unminded):
            self.complaints.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.complaints.append(f"request to {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500 and FAILURE not in self.unminded:
            self.complaints.append(f"{response.status} from {response.url}")
