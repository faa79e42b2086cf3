"""What a page asks for is kept waiting, as on a slow connection, until the test lets go."""

from playwright.sync_api import Page, Route


class Held:
    """Requests of the page for what the pattern matches wait for `let_go`."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.holding, self.routes = True, []
        page.route(pattern, self._asked)

    def _asked(self, route: Route) -> None:
        if self.holding:
            self.routes.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        self.holding = False
        for route in self.routes:
            route.continue_()
