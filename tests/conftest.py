"""What several tests need: projects to change, projects that are built."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from browser import ARGUMENTS, DOWNLOADS, find_chromium, find_firefox, served
from desk import make_desk
from playbook.builder.build import build_site
from playbook.library import Library
from playbook.pages.site import Site, render_site
from project import ROOT, make_small, write_files
from reader import Reader, reading

TESTED = ROOT / "build" / "tested"


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Build the real site once, before several workers share it."""
    if session.config.getoption("numprocesses", None) and not hasattr(session.config, "workerinput"):
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        build_site(ROOT, TESTED, book=True)


SLOW = {"built_site", "built_small", "chromium", "firefox", "desk", "desk_site", "reader", "site"}
"""What takes long to make: `make quick` leaves out the tests that need it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs a built site, a browser or every page rendered."""
    for item in items:
        if SLOW.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the notice of Material about its own future."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the root of a small whole project: its own data and pages, our templates and configuration."""
    return make_small(tmp_path / "project")


@pytest.fixture
def in_small(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a small project, which is also the working directory."""
    monkeypatch.chdir(small)
    return small


@pytest.fixture(scope="session")
def site() -> Site:
    """Return the real site as Markdown."""
    return render_site(ROOT, book=True)


@pytest.fixture(scope="session")
def library(site: Site) -> Library:
    """Return the real library."""
    return site.library


@pytest.fixture(scope="session")
def built_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of a small project whose site is built; not to be changed."""
    root = make_small(tmp_path_factory.mktemp("small") / "project")
    build_site(root, root / "site")
    return root


@pytest.fixture(scope="session")
def built_site(request: pytest.FixtureRequest) -> Path:
    """Return the folder of the real site, built from what is in the work tree."""
    if not hasattr(request.config, "workerinput"):
        build_site(ROOT, TESTED, book=True)
    return TESTED


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return what drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Return a running Chromium."""
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Return a running Firefox, as it is installed, spoken to over WebDriver BiDi."""
    found = find_firefox()
    if not found:
        pytest.skip("no Firefox here; install one (Debian: `apt-get install firefox-esr`) or name it: PLAYBOOK_FIREFOX")
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=found, downloads_path=DOWNLOADS.name)
    yield browser
    browser.close()


@pytest.fixture
def reader(request: pytest.FixtureRequest, desk: str) -> Iterator[Reader]:
    """Return a reader at the desk who has noted nothing yet; in Chromium, unless a test names another browser."""
    browser = request.getfixturevalue(getattr(request, "param", "chromium"))
    with reading(browser, desk) as reader:
        yield reader


@pytest.fixture(scope="session")
def desk_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small site with every page that scripts make into a tool."""
    root = make_desk(tmp_path_factory.mktemp("desk") / "project")
    build_site(root, root / "site")
    return root / "site"


@pytest.fixture(scope="session")
def desk(desk_site: Path) -> Iterator[str]:
    """Return the address of the small site."""
    with served(desk_site) as home:
        yield home


Editing = Callable[[str, str], None]


@pytest.fixture
def write(small: Path) -> Editing:
    """Return a function that writes a file of the small project."""

    def write_file(name: str, text: str) -> None:
        write_files(small, {name: text})

    return write_file
