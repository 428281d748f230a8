"""The site as a whole: one result by both ways, links that lead somewhere, nothing half done."""

import gzip
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from playbook.builder.build import build_site
from playbook.builder.export import export_site
from playbook.models import KINDS
from playbook.models.schema import schemas
from playbook.pages.places import relative_url, url_of
from playbook.problems import ProblemsFound
from project import ROOT

DATA = sorted((ROOT / "data").glob("*/*.yml"))


def article(path: Path) -> str:
    """Return the article of a built page."""
    page = path.read_text(encoding="utf-8")
    return page[page.index('<article class="pb-page') : page.rindex("</article>")]


def pages(site: Path) -> dict[str, Path]:
    """Return the built pages by their address."""
    return {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in site.rglob("*.html")}


def test_hook_and_export_give_the_same_articles(built_site: Path, tmp_path: Path) -> None:
    """What MkDocs builds of the exported Markdown is, article by article, what it builds through the hook."""
    count = export_site(ROOT, tmp_path / "export", 0, book=True)
    config = load_config(str(tmp_path / "export" / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    build(config)
    here, there = pages(built_site), pages(tmp_path / "site")
    assert set(here) == set(there)
    assert len(here) == count + 1  # and the page for addresses that are not there
    assert [
        address for address in here if address != "404.html" and article(here[address]) != article(there[address])
    ] == []


BEHAVIOUR = re.compile(r'\["([^"]+)", "([^"]+\.js)"\]')
IMPORT = re.compile(r'(?:from|import) "(\.[^"]+)"')
MADE = {"facts.js"}
"""Scripts that are data: what they hold grows with what the guide knows."""


def needed(script: Path, known: set[Path]) -> set[Path]:
    """Return a script and everything that comes with it; what waits for a press of a button does not."""
    if script in known:
        return known
    found = IMPORT.findall(script.read_text(encoding="utf-8"))
    for name in found:
        known = needed((script.parent / name).resolve(), known | {script})
    return known | {script}


def is_for(selector: str, page: str) -> bool:
    """Tell whether a page has something that a selector of the loader may mean; rather too often than too rarely."""
    attributes = (re.findall(r"\[([a-z-]+)", part) for part in selector.split(","))
    return any(all(re.search(rf"[\s]{name}[\s=>]", page) for name in names) for names in attributes)


SCRIPTS = 25 * 1024


def test_the_scripts_of_each_page_stay_light(built_site: Path) -> None:
    """No page loads more scripts than it may, compressed file by file."""
    folder = (built_site / "assets" / "js").resolve()
    start = folder / "start.js"
    behaviours = BEHAVIOUR.findall(start.read_text(encoding="utf-8"))
    assert behaviours
    weights: dict[frozenset[str], int] = {}
    for path in sorted(built_site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        files = frozenset(file for selector, file in behaviours if is_for(selector, page))
        if files not in weights:
            scripts = {start}.union(*(needed(folder / file, set()) for file in files))
            ours = (script for script in scripts if script.name not in MADE)
            weights[files] = sum(len(gzip.compress(script.read_bytes(), 9)) for script in ours)
    assert {tuple(sorted(files)): weight for files, weight in weights.items() if weight > SCRIPTS} == {}


def test_a_finished_page_asks_for_little(built_small: Path) -> None:
    """Neighbouring stylesheets of one folder are one file with all their text; no page is fetched ahead."""
    site = built_small / "site"
    page = (site / "index.html").read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    assert [Path(sheet).parent.as_posix() for sheet in sheets] == ["assets"]
    joined = (site / sheets[0]).read_text(encoding="utf-8")
    ours = sorted((ROOT / "docs" / "assets").glob("*.css"))
    assert [path.name for path in ours if path.read_text(encoding="utf-8") not in joined] == []
    assert '<link rel="next"' not in page
    assert "prefetch" not in page


def test_an_export_replaces_an_older_one_whole(small: Path, tmp_path: Path) -> None:
    """A page that is gone from the project is gone from the next export."""
    export_site(small, tmp_path / "export", 0)
    (tmp_path / "export" / "docs" / "old.md").write_text("# Old", encoding="utf-8")
    export_site(small, tmp_path / "export", 0)
    assert not (tmp_path / "export" / "docs" / "old.md").exists()


def test_a_failed_build_leaves_the_last_good_site(small: Path) -> None:
    """Whatever goes wrong, in the data, on a page or in MkDocs, site/ stays as it was, byte for byte."""
    build_site(small, small / "site")
    before = contents(small / "site")
    (small / "data" / "questions" / "q.yml").write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(ProblemsFound):
        build_site(small, small / "site")
    assert contents(small / "site") == before


def test_a_broken_link_on_a_page_fails_the_build(small: Path) -> None:
    """A link to a page or an anchor that is not there is refused, and the last good site stays."""
    build_site(small, small / "site")
    before = contents(small / "site")
    for link in ("nowhere.md", "glossary.md#nowhere", "#nowhere"):
        (small / "docs" / "extra.md").write_text(f"# Extra\n\n[go]({link})\n", encoding="utf-8")
        with pytest.raises(Exception, match="strict"):
            build_site(small, small / "site")
        assert contents(small / "site") == before


def test_the_same_project_gives_the_same_bytes(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of one project, the second without any cache, are identical, PDFs included."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build_site(small, small / "one")
    for path in (small / ".cache").rglob("*.kept"):
        path.unlink()
    build_site(small, small / "two")
    assert contents(small / "one") == contents(small / "two")
    assert any(name.endswith(".pdf") for name in contents(small / "one"))


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Links(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors += [values["id"] or ""] if "id" in values else []
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        elif tag in {"script", "link", "img"} and values.get("rel") not in {"canonical", "prev", "next"}:
            self.loads += [values.get("src") or values.get("href") or ""]


def test_every_link_inside_the_site_leads_somewhere(built_site: Path) -> None:
    """Every address and every anchor that a page links to is there, sheets included."""
    parsed = {address: Links(path.read_text(encoding="utf-8")) for address, path in pages(built_site).items()}
    broken = []
    for address, page in parsed.items():
        for link in page.links if address != "404.html" else ():
            target, anchor = urldefrag(urljoin(f"http://site/{address}", link))
            if not target.startswith("http://site/"):
                continue
            name = target.removeprefix("http://site/").partition("?")[0]
            known = name in parsed or (built_site / name).is_file()
            if not known or (anchor and name in parsed and anchor not in parsed[name].anchors):
                broken.append(f"{address}: {link}")
    assert broken == []


def test_no_page_loads_anything_from_another_host(built_site: Path) -> None:
    """Scripts, styles and pictures come from the site itself."""
    for address, path in pages(built_site).items():
        foreign = [load for load in Links(path.read_text(encoding="utf-8")).loads if "//" in load]
        assert foreign == [], address


def test_no_anchor_stands_twice_on_a_page(built_site: Path) -> None:
    """An id names one element."""
    for address, path in pages(built_site).items():
        anchors = [anchor for anchor in Links(path.read_text(encoding="utf-8")).anchors if anchor]
        assert sorted(anchors) == sorted(set(anchors)), address


def test_every_page_has_the_policy(built_site: Path) -> None:
    """The security policy stands in every page, is the same everywhere and allows nothing unsafe."""
    found = {page.split('Content-Security-Policy" content="')[1].split('"')[0] for page in texts(built_site)}
    assert len(found) == 1
    policy = found.pop()
    assert "unsafe" not in policy
    for part in ("default-src 'none'", "connect-src 'self'", "form-action 'none'", "script-src 'self';"):
        assert part in policy


def texts(site: Path) -> list[str]:
    """Return the text of every page."""
    return [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]


def test_the_library_is_published_whole(built_site: Path) -> None:
    """library.json has every active entry under the names of the YAML, with an address that is there."""
    library = json.loads((built_site / "library.json").read_text(encoding="utf-8"))
    assert set(library) == set(KINDS)
    anchors = {address: Links(path.read_text(encoding="utf-8")).anchors for address, path in pages(built_site).items()}
    for path in DATA:
        kind = path.parent.name
        published = {entry["id"]: entry for entry in library[kind]}
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            if entry.get("status") == "retired":
                assert entry["id"] not in published
                continue
            shown = published[entry["id"]]
            assert set(entry) <= set(shown), entry["id"]
            page, anchor = shown["address"].split("#")
            assert anchor in anchors[page], entry["id"]


def test_edit_links_open_the_file_that_an_entry_comes_from(built_site: Path) -> None:
    """Every edit link of every page names a file of the project."""
    start = "https://github.com/offer-playbook/offer-playbook/edit/main/"
    found = {link for page in texts(built_site) for link in Links(page).links if link.startswith(start)}
    assert len(found) > 50
    assert [link for link in found if not (ROOT / link.removeprefix(start)).is_file()] == []


def test_schemas_are_up_to_date() -> None:
    """data/schema/ is what the models say; refresh it with `make schema`."""
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "data" / "schema").glob("*.json")}
    assert written == schemas(), "run `make schema`"


def test_every_data_file_names_its_schema() -> None:
    """The first line of a data file lets an editor complete and check it."""
    assert len(DATA) > 50
    for path in DATA:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=../schema/{path.parent.name}.json", path.name


def test_every_yaml_reader_reads_the_same() -> None:
    """The data mean the same to the reader in C and to the one in Python, so other tools can use them."""
    for path in DATA:
        text = path.read_text(encoding="utf-8")
        assert yaml.load(text, Loader=yaml.CSafeLoader) == yaml.safe_load(text), path.name


def test_the_configuration_names_no_registry() -> None:
    """The locks have hashes and no address of any registry."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text


def test_upstream_ships_nothing_personal() -> None:
    """Under my/ only the README is in git."""
    result = subprocess.run(["git", "ls-files", "my"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["my/README.md"]


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("index.md", "ask/pace.md", "ask/pace/"),
        ("ask/pace.md", "index.md", "../../"),
        ("ask/pace.md", "ask/index.md", "../"),
        ("ask/index.md", "ask/pace.md", "pace/"),
        ("ask/pace.md", "ask/red-flags/pace.md", "../red-flags/pace/"),
        ("ask/pace.md", "print/a.pdf", "../../print/a.pdf"),
        ("index.md", "print/a.pdf", "print/a.pdf"),
    ],
)
def test_links_are_relative_to_the_page(page: str, target: str, link: str) -> None:
    """A link works wherever the site is put."""
    assert relative_url(page, target) == link
    assert (
        urljoin(f"http://site/{url_of(page)}", link)
        == f"http://site/{url_of(target) if target.endswith('.md') else target}"
    )
