"""What is private stays private: no build that can be published opens my/private/, and nothing else is put away."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from playbook.builder.build import build_site
from playbook.builder.export import export_site
from playbook.builder.finish import finish_site
from playbook.commands.main import main
from playbook.pages.site import render_site
from playbook.problems import ProblemsFound
from project import write_files

MARK = "Zephyranthes"
"""A word that is nowhere but in my/private/."""

WRITTEN = {
    "format": "offer-playbook-notes",
    "version": 2,
    "saved": "2027-01-01T00:00:00Z",
    "deciding": {"walk_away": MARK, "changed": {}},
    "criteria": [{"id": "mine", "name": MARK, "changed": {}}],
    "companies": [
        {
            **{"id": "zeph", "changed": {}},
            **dict.fromkeys(("name", "role", "next", "contacts", "note"), MARK),
            "offers": [{"key": "1", "state": "written", "base": MARK, "note": MARK, "changed": {}}],
            "interviews": [{"key": "1", "kind": "onsite", "place": MARK, "people": MARK, "changed": {}}],
            "answers": [{"question": "q", "key": "1", "who": MARK, "note": MARK, "changed": {}}],
            "blanks": [{"blank": "base", "text": MARK, "changed": "2027-01-01T00:00:00Z"}],
        }
    ],
}
"""A file of the browser with the word in every field that holds what a person types."""

PRIVATE = {
    "my/private/pipeline.yml": f"companies: [{{name: {MARK}, note: '𒈙'}}]\n",
    "my/private/notes.json": json.dumps(WRITTEN),
    "my/private/page.md": f"# {MARK}\n",
    "my/private/data/questions/q.yml": f"- id: secret\n  ask: {MARK}?\n",
}

opened: list[str] = []
"""Every file opened while somebody listens."""

listening: list[bool] = []


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if listening and event == "open":
        opened.append(str(arguments[0]))


sys.addaudithook(_listen)


@pytest.fixture
def files_opened() -> Iterator[list[str]]:
    """Return the names of the files that are opened, as they are opened."""
    opened.clear()
    listening.append(True)
    yield opened
    listening.clear()


def text_of(path: Path) -> str:
    """Return everything that can be read in a file, also in a PDF."""
    if path.suffix != ".pdf":
        return path.read_bytes().decode("utf-8", "replace")
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))


def test_what_is_private_is_not_opened_and_nowhere_in_the_site(small: Path, files_opened: list[str]) -> None:
    """The site, its PDFs and its book are made without a look into my/private/."""
    write_files(small, PRIVATE)
    files_opened.clear()
    build_site(small, small / "site", book=True)
    assert any(name.endswith("index.html") for name in files_opened), "somebody listened"
    assert [name for name in files_opened if f"{small}/my/private" in name] == []
    files = [path for path in (small / "site").rglob("*") if path.is_file()]
    assert {".html", ".json", ".pdf", ".epub"} <= {path.suffix for path in files}
    assert [path.name for path in files if MARK in text_of(path)] == []


def test_a_packet_and_a_comparison_leave_nothing_in_the_site(in_small: Path) -> None:
    """Both are made from a private file; what is built afterwards knows nothing of them, and neither does the cache."""
    write_files(in_small, PRIVATE)
    for command in ("packet", "compare"):
        assert CliRunner().invoke(main, [command, "my/private/notes.json"]).exit_code == 0
    assert MARK in text_of(in_small / "my" / "private" / "zeph-packet.pdf")
    build_site(in_small, in_small / "site")
    made = [path for folder in ("site", ".cache") for path in (in_small / folder).rglob("*") if path.is_file()]
    assert [path.name for path in made if MARK in text_of(path)] == []


def test_a_missing_character_is_not_looked_for_in_private_files(in_small: Path, files_opened: list[str]) -> None:
    """A sheet with a character that no font has says so, without a word of what is private."""
    write_files(in_small, PRIVATE)
    files_opened.clear()
    result = CliRunner().invoke(main, ["sheet", "--ask", "manager", "--company", "𒈙"])
    assert "no font on paper has" in result.output
    assert [name for name in files_opened if "my/private" in name] == []


@pytest.mark.parametrize("name", ["docs/mine.md", "docs/mine.txt", "data/questions/q.yml", "templates/pages/more.md"])
def test_a_link_into_private_files_is_refused(name: str, small: Path, write: Callable[[str, str], None]) -> None:
    """Whoever links to what is private by mistake is told, and nothing is published."""
    write_files(small, PRIVATE)
    link = small / "my" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(small / "my" / "private" / "page.md")
    write("my/docs/shows.md", '# Shows\n\n{% include "pages/more.md" %}\n')
    with pytest.raises(ProblemsFound) as found:
        render_site(small)
    assert [str(problem) for problem in found.value.problems] == [
        f"my/{name}:1:1: is a link into my/private/; "
        "nothing from there is published; put a copy of what everybody may see here"
    ]


def test_what_editors_leave_behind_is_overlooked(small: Path, write: Callable[[str, str], None]) -> None:
    """Lock files, links that lead nowhere and files of the system are no data and no pages."""
    pages = render_site(small).pages
    write("my/docs/.DS_Store", "x")
    for name in ("my/data/questions/.#q.yml", "my/docs/.#mine.md", "my/data/questions/gone.yml"):
        (small / name).parent.mkdir(parents=True, exist_ok=True)
        (small / name).symlink_to("nobody@nowhere.1234")
    site = render_site(small)
    assert site.pages == pages
    assert [name for name in site.files if ".DS_Store" in name] == []


@pytest.mark.parametrize("target", ["my", ".", "..", "data", "elsewhere"])
def test_an_export_puts_nothing_else_away(target: str, in_small: Path) -> None:
    """A folder that holds anything but an earlier export is refused and stays as it was."""
    write_files(in_small, {**PRIVATE, "elsewhere/letter.txt": "Dear", "my-old/letter.txt": "Dear"})
    before = sorted(in_small.rglob("*"))
    result = CliRunner().invoke(main, ["export", target])
    assert result.exit_code == 1
    assert "holds something else" in result.output
    assert sorted(in_small.rglob("*")) == before


def test_an_export_goes_into_a_new_or_empty_folder_and_over_an_earlier_one(small: Path, tmp_path: Path) -> None:
    """A folder beside it keeps its files, whatever it is called."""
    write_files(tmp_path, {"out.old/letter.txt": "Dear", "out.part/letter.txt": "Dear"})
    (tmp_path / "out").mkdir()
    for _ in range(2):
        assert export_site(small, tmp_path / "out", 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.old", "out.part", "project"]
    assert (tmp_path / "out.part" / "letter.txt").read_text(encoding="utf-8") == "Dear"


@pytest.mark.parametrize(
    ("page", "start"),
    [
        (
            b'<!DOCTYPE html><head><META CHARSET="UTF-8"><p>Mine',
            b'<!DOCTYPE html><head><META CHARSET="UTF-8"><meta http',
        ),
        (b"<!doctype html><html><head lang=en><p>Mine", b"<!doctype html><html><head lang=en><meta http"),
        (b"<!doctype html>\n<p>Caf\xe9", b"<!doctype html><meta http"),
        (b"<p>Caf\xe9", b"<meta http"),
    ],
)
def test_a_page_of_your_own_gets_the_policy_too(page: bytes, start: bytes, tmp_path: Path) -> None:
    """However it is written, and whatever bytes it has, which stay as they are."""
    (tmp_path / "mine.html").write_bytes(page)
    finish_site(tmp_path)
    finished = (tmp_path / "mine.html").read_bytes()
    assert finished.startswith(start)
    assert b"Content-Security-Policy" in finished
    assert finished.endswith(page[-4:])


def test_a_condition_outlives_what_you_hide(small: Path, write: Callable[[str, str], None]) -> None:
    """A question for one stage does not become one for every stage when that stage is hidden."""
    general = render_site(small).library
    question = next(question for question in general.questions if question.stage)
    write("my/data/hide.yml", f"hide: [{', '.join(question.stage)}]\n")
    library = render_site(small).library
    assert next(other for other in library.questions if other.id == question.id).stage == question.stage


@pytest.mark.parametrize("said", ["²", "soon", "99999999999999", "-1"])
def test_a_date_that_is_none_is_answered(said: str, in_small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment can say a date that nobody understands."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    result = CliRunner().invoke(main, ["export", str(in_small / "out")])
    assert result.exit_code == 1
    assert f"`{said}` is no date; set it to seconds since 1970, or unset it" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sheet", "--ask", "manager", "--output", "index.md/x.pdf"], "index.md/x.pdf"),
        (["audit", "nothing"], "NAMES go with --review."),
    ],
)
def test_a_wrong_argument_is_answered(arguments: list[str], said: str, in_small: Path) -> None:
    """A command says what is wrong with what it was told."""
    write_files(in_small, {"index.md": ""})
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert not isinstance(result.exception, OSError)


@pytest.mark.parametrize("way", ["docs/notes", "my/docs/notes", "my/templates/theme/assets", "docs/a.txt"])
@pytest.mark.parametrize("where", ["private", "outside"])
def test_nothing_behind_a_link_is_published(way: str, where: str, small: Path, tmp_path: Path) -> None:
    """A builder may follow links; what really lies elsewhere is refused by its name, or is in no file of the site."""
    secret = {"private": small / "my" / "private", "outside": tmp_path / "outside"}[where]
    secret.mkdir(parents=True, exist_ok=True)
    (secret / "x.txt").write_text("canary", encoding="utf-8")
    (small / way).parent.mkdir(parents=True, exist_ok=True)
    (small / way).symlink_to(secret / "x.txt" if way.endswith(".txt") else secret)
    said = problems_of_build(small)
    built = [path for path in (small / "site").rglob("*") if path.is_file()]
    assert [path for path in built if b"canary" in path.read_bytes()] == []
    assert (way in said and not built) or way.startswith("my/")  # there MkDocs itself follows no folder


def problems_of_build(root: Path) -> str:
    """Build a site; return the problems that kept it from being made, if there are any."""
    try:
        build_site(root, root / "site")
    except ProblemsFound as found:
        return str(found)
    return ""


@pytest.mark.parametrize(
    "program",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ part.__func__.__globals__ }}",
        "{{ library.__init__.__globals__ }}",
        "{{ ().__class__.__base__.__subclasses__() }}",
        "{{ [].append(1) }}",
    ],
)
def test_a_page_is_no_program(program: str, small: Path, write: Callable[[str, str], None]) -> None:
    """A page may call what is listed and nothing that lies behind it."""
    write("my/docs/x.md", f"# X\n\n{program}\n")
    with pytest.raises(ProblemsFound, match=r"my/docs/x\.md"):
        render_site(small)
