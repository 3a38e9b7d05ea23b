"""Pages in a real browser, driven by its keyboard."""

from pathlib import Path
from typing import Any

PHONE, DESKTOP = (360, 640), (1280, 800)


class Visit:
    """The page, opened in a window of some size; everything it asks of the network, says or complains of is kept."""

    def __init__(self, browser: Any, folder: Path, size: tuple[int, int], html: str, scheme: str = "light") -> None:
        file = folder / "quiz.html"
        file.write_text(html, encoding="utf-8")
        self.requests: list[str] = []
        self.alarms: list[str] = []
        width, height = size
        self.page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: self.alarms.append(dialog.message))
        self.page.on("pageerror", lambda error: self.alarms.append(str(error)))
        self.page.on("console", lambda message: self.alarms.append(message.text))
        self.url = file.as_uri()
        self.page.goto(self.url)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def text(self) -> str:
        """What the page shows."""
        return str(self.page.inner_text("main"))
