"""The live preview: a page is built when somebody looks at it, the rest of the site a moment later."""

import filecmp
import logging
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import click
from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from playbook.builder.order import KEY, Built, Order, nothing
from playbook.builder.published import print_sheet
from playbook.clock import fix_timestamp
from playbook.pages.places import url_of
from playbook.pages.site import Draft, Site, plan_site
from playbook.problems import ProblemsFound

QUIET = 0.4
"""Seconds without a request after which the rest of the site is built."""

BUILDING = threading.Lock()
"""Held by the one build that goes on: the plugins of MkDocs are the same for all builds of a program."""

PATIENCE = 10
"""Seconds for which a page that is new is waited for."""

LATEST = 1.5
"""Seconds after an edit at which it is built in any case."""


class OvertakenError(Exception):
    """A newer edit has come, so that a build need not go on."""


def _worth_saying(_: logging.LogRecord) -> bool:
    return not isinstance(sys.exc_info()[1], OvertakenError)


class Preview:
    """The site as it is now: what was built last, and since then each page as somebody asked for it."""

    def __init__(self, root: Path, address: str) -> None:
        self.root = root
        self.address = address
        self.mount = urlsplit(address).path
        self.version = 0
        """Counts what a browser should see anew."""
        self.changed = threading.Condition()
        self._edit = 0
        self._asked = 0.0
        self._asking = threading.RLock()
        self._folders = tempfile.TemporaryDirectory(prefix="playbook-")
        self.folder = Path(self._folders.name, "0")
        """Where the site is that was built last."""
        self._site: Site | None = None
        self._built: Built | None = None
        self._draft: Draft | None = None
        self._fresh: set[str] = set()
        logging.getLogger("mkdocs.commands.build").addFilter(_worth_saying)

    def close(self) -> None:
        """End what goes on, and delete what was built."""
        self._edit += 1
        with BUILDING:
            self._folders.cleanup()

    def first_build(self) -> None:
        """Build everything; raises ProblemsFound for the user's mistakes, ClickException for what MkDocs refuses."""
        try:
            self._build(self._edit)
        except MkDocsException as error:
            raise click.ClickException(str(error)) from error

    def edit(self) -> None:
        """Take over what was edited: browsers see their pages at once, all others are built soon."""
        self._edit += 1
        try:
            draft = plan_site(self.root, self._repository())
        except ProblemsFound as found:
            click.echo(f"{found}\nThe preview still shows the last good pages.", err=True)
            return
        with self._asking:
            self._draft, self._fresh = draft, set()
        self._say_changed()
        threading.Thread(target=self._build_rest, args=(self._edit, time.monotonic()), daemon=True).start()

    @property
    def settled(self) -> bool:
        """True once everything is built as it is now."""
        return self._draft is None

    def pages(self) -> tuple[str, ...]:
        """Return the names of all pages in docs/ as they are now."""
        return tuple(self._draft.sources if self._draft else self._site.pages if self._site else ())

    def _repository(self) -> str:
        return (self._built.config.repo_url or "") if self._built else ""

    def _say_changed(self) -> None:
        with self.changed:
            self.version += 1
            self.changed.notify_all()

    def _build_rest(self, edit: int, began: float) -> None:
        while time.monotonic() < min(max(self._asked, began) + QUIET, began + LATEST):
            time.sleep(0.02)
        try:
            self._build(edit)
        except OvertakenError:
            return
        except ProblemsFound as found:
            click.echo(f"{found}\nThe preview still shows the last good pages.", err=True)
        except MkDocsException as error:
            click.echo(f"{error}\nThe preview still shows the last good pages.", err=True)

    def _build(self, edit: int) -> None:
        """Build everything into a new folder and show that."""
        folder = Path(self._folders.name, f"{edit}-{time.monotonic_ns()}")
        order = Order(preview=True, at_each_page=lambda: self._give_way(edit))
        try:
            with BUILDING:
                self._give_way(edit)
                config = load_config(
                    str(self.root / "mkdocs.yml"), site_dir=str(folder), site_url=self.address, strict=False
                )
                config.extra[KEY] = order
                config.plugins.on_startup(command="serve", dirty=False)
                build(config, serve_url=self.address)
        except MkDocsException as error:
            shutil.rmtree(folder, ignore_errors=True)
            if isinstance(error.__cause__, ProblemsFound):
                raise error.__cause__ from None
            raise
        except OvertakenError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._show(edit, folder, order)

    def _give_way(self, edit: int) -> None:
        with self._asking:  # a page that somebody waits for comes first
            if edit != self._edit:
                raise OvertakenError

    def _show(self, edit: int, folder: Path, order: Order) -> None:
        with self._asking:
            self._give_way(edit)
            order.at_each_page = nothing
            if order.built and order.built.environment:
                order.built.environment.auto_reload = True
            seen = [Path(url_of(name), "index.html") for name in self._fresh]
            differ = [name for name in seen if not _same(self.folder / name, folder / name)]
            old, self.folder = self.folder, folder
            self._site, self._built, self._draft, self._fresh = order.site, order.built, None, set()
        shutil.rmtree(old, ignore_errors=True)
        if differ:
            self._say_changed()

    def find(self, path: str) -> tuple[str, bytes] | None:
        """Return the name and the content of what is at a path below the mount; none if nothing is."""
        self._asked = time.monotonic()
        name = path if path and not path.endswith("/") else f"{path}index.html"
        self._wait_for_new(name)
        with self._asking:
            if self._is_gone(name):
                return None
            self._refresh(name)
            if name.startswith("print/") and name.endswith(".pdf"):
                return self._sheet(name)
            file = self._source(name) or self.folder / name
            return (name, file.read_bytes()) if file.is_file() and self._within(file) else None

    def _wait_for_new(self, name: str) -> None:
        """Wait for a page that was not there when everything was built."""
        end = time.monotonic() + PATIENCE
        while (page := self._page(name)) and self._is_new(page) and time.monotonic() < end:
            time.sleep(0.02)

    def _is_new(self, page: str) -> bool:
        return self._built is not None and self._built.files.get_file_from_path(page) is None

    def _page(self, name: str) -> str | None:
        """Return which page has an address, if everything is not built as it is now."""
        sources = self._draft.sources if self._draft else {}
        return next((page for page in sources if name == str(Path(url_of(page), "index.html"))), None)

    def _is_gone(self, name: str) -> bool:
        """Tell whether a page was there when everything was built, and is there no longer."""
        if self._draft is None or self._site is None or self._page(name):
            return False
        return any(name == str(Path(url_of(page), "index.html")) for page in self._site.pages)

    def _within(self, file: Path) -> bool:
        return any(file.resolve().is_relative_to(folder.resolve()) for folder in (self.folder, self.root))

    def _source(self, name: str) -> Path | None:
        """Return the file that is published as it is under a name: a style or a script, as it is now."""
        path = self._site.files.get(name) if self._site else None
        return path if path and path.is_file() else None

    def _sheet(self, name: str) -> tuple[str, bytes] | None:
        if self._site is None:
            return None
        pdf = print_sheet(self._site, self.root, fix_timestamp(self.root), name.removeprefix("print/"))
        return (name, pdf) if pdf else None

    def _refresh(self, name: str) -> None:
        """Build one page as it is now, if something was edited since all were built."""
        draft, built = self._draft, self._built
        if draft is None or built is None or built.environment is None:
            return
        page = self._page(name)
        file = built.files.get_file_from_path(page) if page else None
        if page is None or file is None or file.page is None or page in self._fresh:
            return
        self._fresh.add(page)
        try:
            file.content_string = draft.page(page)[0].markdown
            _populate_page(file.page, built.config, built.files)
            shown = built.files.documentation_pages()
            _build_page(file.page, built.config, shown, built.nav, built.environment)
        except (ProblemsFound, MkDocsException):
            return  # said when everything is built


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)
