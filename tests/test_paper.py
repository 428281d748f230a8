"""What a project can do with paper: sheets of its own, its own look, long and foreign text, a sheet from a command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from paper import PageOfText, read_pages, squeezed
from playbook.commands.main import main
from playbook.paper.press import Press, compile_sheets, make_press
from playbook.paper.sheets import Imprint, Printable, Sheet, plan_sheets
from playbook.plan.custom import NoSuchError, match
from playbook.problems import ProblemsFound
from playbook.reading.load import load_library
from project import ROOT

IMPRINT = Imprint("the footer", "For Jo, who prepares")
LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 12
HOSTILE = [
    '#panic("no") $x^2$ *bold* _it_ `raw` @label <label> // comment /* other */ \\ #sys.inputs',
    "{{ 7 * 7 }} {% raw %} <script>alert(1)</script> & &amp; ]] }}",
    "Łódź, Ångström, Ñandú, Việt Nam, İstanbul, Þórr, Ελλάδα, Київ, Привет, שלום",
    LONG,
    "Why? " * 400,
]


def checklist(**fields: object) -> str:
    """Return a data file with one checklist of all questions."""
    import json

    given = {"id": "mine", "name": "Mine", "moment": "Now.", "select": {"kind": "questions"}, **fields}
    return json.dumps([given], ensure_ascii=False)


def question(ask: str, **fields: object) -> str:
    """Return a data file with one question."""
    import json

    given = {"id": "my-question", "ask": ask, "to": ["manager"], "priority": "must", **fields}
    return json.dumps([given], ensure_ascii=False)


def sheets_of(root: Path) -> dict[str, Sheet]:
    """Return the sheets of a project by name."""
    return {sheet.name: sheet for sheet in plan_sheets(load_library(root), IMPRINT)}


def printed(root: Path, name: str, paper: str = "a4") -> bytes:
    """Return the PDF of one sheet of a project."""
    press = make_press(root, root / "cache", 0)
    return compile_sheets([sheets_of(root)[name]], press, load_library(root), [paper])[f"{name}-{paper}.pdf"]


def inside(pages: list[PageOfText]) -> bool:
    """Return whether all text keeps away from the edges."""
    return all(
        box[0] > 11 and box[2] < page.width - 11 and box[3] < page.height - 11 for page in pages for box in page.boxes
    )


@pytest.mark.parametrize("detail", ["pocket", "full", "fold"])
@pytest.mark.parametrize("text", HOSTILE, ids=["typst", "markup", "letters", "word", "lines"])
def test_any_text_is_set_as_it_is(text: str, detail: str, small: Path, write: Callable[[str, str], None]) -> None:
    """Markup, foreign letters and endless words stay text and inside the margins, in a title and in a name too."""
    name = text[:200].strip()
    write("my/data/questions/mine.yml", question(text, listen_for=[text[:300].strip()]))
    write(
        "my/data/checklists/mine.yml",
        checklist(name=name, details=[detail], select={"kind": "questions", "ids": ["my-question"]}),
    )
    pages = read_pages(printed(small, f"mine-{detail}"))
    assert inside(pages)
    assert len(pages) == 1 or detail == "full"
    if detail != "fold" and text not in HOSTILE[2:3]:
        assert squeezed(name) in squeezed("".join(page.text for page in pages))


def test_a_missing_character_is_answered_with_its_place(small: Path, write: Callable[[str, str], None]) -> None:
    """All characters that no font has are named at once, at their file, line and column; nothing becomes a box."""
    write("my/data/questions/mine.yml", "- id: my-question\n  to: [manager]\n  ask: Do you know 株式会社?\n")
    write("my/data/checklists/mine.yml", checklist(details=["pocket"]))
    with pytest.raises(ProblemsFound) as found:
        printed(small, "mine-pocket")
    (problem,) = found.value.problems
    assert (problem.mark.path, problem.mark.line, problem.mark.column) == ("my/data/questions/mine.yml", 3, 20)
    assert all(character in problem.wrong for character in "株式会社")
    assert "my/templates/print/fonts" in problem.todo


def test_your_checklist_gets_its_sheets(small: Path, write: Callable[[str, str], None]) -> None:
    """A checklist in my/data/ is printed in the details it names, and says whose it is."""
    write("my/data/checklists/mine.yml", checklist(details=["pocket", "full"]))
    assert {"mine-pocket", "mine-full"} <= set(sheets_of(small))
    pages = read_pages(printed(small, "mine-pocket", "letter"))
    assert squeezed(IMPRINT.owner) in pages[0].text
    assert squeezed(IMPRINT.footer) in pages[0].text


def test_one_file_changes_the_look(small: Path, write: Callable[[str, str], None]) -> None:
    """A look.typ in my/templates/print/ is used in place of ours."""
    ours = (small / "templates" / "print" / "look.typ").read_text(encoding="utf-8")
    before = printed(small, "manager-questions-pocket")
    write("my/templates/print/look.typ", ours.replace("title: 21pt", "title: 30pt"))
    after = printed(small, "manager-questions-pocket")
    sizes = [max(float(c["size"]) for c in read_pages(pdf)[0].characters) for pdf in (before, after)]  # type: ignore[arg-type]
    assert [round(size) for size in sizes] == [21, 30]


def test_a_mistake_in_a_template_of_yours_is_answered_with_its_place(
    small: Path, write: Callable[[str, str], None]
) -> None:
    """Your file, its line and its column, whichever sheet stumbles over it."""
    ours = (ROOT / "templates" / "print" / "look.typ").read_text(encoding="utf-8")
    write("my/templates/print/look.typ", "#let x = \n" + ours)
    with pytest.raises(ProblemsFound) as found:
        printed(small, "manager-questions-pocket")
    assert str(found.value).startswith("my/templates/print/look.typ:1:9: manager-questions-pocket: expected expression")


@pytest.mark.parametrize("name", ["look", "pocket", "full"])
def test_a_check_tries_your_templates(
    name: str, in_small: Path, write: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in a template of paper is found without building the site; without templates of yours none is tried."""
    ours = (ROOT / "templates" / "print" / f"{name}.typ").read_text(encoding="utf-8")
    write(f"my/templates/print/{name}.typ", f"{ours}\n#let x =\n")
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert f"my/templates/print/{name}.typ:{ours.count(chr(10)) + 2}:9: " in result.output
    write(f"my/templates/print/{name}.typ", ours)
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
    (in_small / "my/templates/print" / f"{name}.typ").unlink()
    (in_small / "my/templates/print").rmdir()
    monkeypatch.setattr(Press, "print", lambda *_: pytest.fail("nothing is to be printed"))
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_only_what_changed_is_compiled_again(
    small: Path, write: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit of one question compiles the sheets it is on, and no other; the cache does not grow for ever."""
    press = make_press(small, small / "cache", 0)
    compile_sheets(sheets_of(small).values(), press)
    done: list[str] = []
    typeset = Press._typeset

    def noted(self: Press, sheet: Printable, inputs: dict[str, str]) -> bytes:
        done.append(sheet.name)
        return typeset(self, sheet, inputs)

    monkeypatch.setattr(Press, "_typeset", noted)
    compile_sheets(sheets_of(small).values(), press)
    assert done == []
    write("my/data/checklists/mine.yml", '[{"id": "before-first-call", "name": "Renamed"}]')
    compile_sheets(sheets_of(small).values(), press)
    assert set(done) == {"before-first-call-pocket", "before-first-call-full"}
    monkeypatch.setattr("playbook.paper.press.KEPT", 3)
    press.forget_oldest()
    assert len(list((small / "cache").glob("*.kept"))) == 3


def test_the_booklet_is_in_order_when_it_is_folded() -> None:
    """Cover, then the upper row on its head from right to left, then the lower one from left to right."""
    library = load_library(ROOT)
    (sheet,) = [sheet for sheet in plan_sheets(library, IMPRINT) if sheet.detail == "fold"]
    (page,) = read_pages(
        compile_sheets([sheet], make_press(ROOT, ROOT / ".cache" / "print", 0))[f"{sheet.name}-a4.pdf"]
    )
    panels: list[tuple[int, bool]] = []
    for left, top, _, _ in page.boxes:
        panel = (int(left // (page.width / 4)), top < page.height / 2)
        if panel not in panels:
            panels.append(panel)
    assert panels[:3] == [(3, False), (3, True), (2, True)]
    order = [(3, False), (3, True), (2, True), (1, True), (0, True), (0, False), (1, False), (2, False)]
    assert panels == [panel for panel in order if panel in panels]


@pytest.mark.parametrize(
    ("word", "id"), [("constant-firefighting", 0), ("firefighting", 0), ("Constant Firefighting", 0), ("politcs", 1)]
)
def test_a_word_means_an_id(word: str, id: int) -> None:
    """An id may be written whole, in a part that only it has, with spaces; the nearest one is named, never guessed."""
    ids = ["constant-firefighting", "politics", "no-feedback", "no-autonomy"]
    if id:
        with pytest.raises(NoSuchError, match=r"did you mean `politics`"):
            match(word, ids)
    else:
        assert match(word, ids) == ids[id]
    with pytest.raises(NoSuchError, match=r"no-autonomy, no-feedback"):
        match("no-", ids)


def test_a_sheet_from_the_command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ten minutes are four questions about that red flag, with the names at the head in any alphabet we have."""
    monkeypatch.chdir(ROOT)
    path = tmp_path / "sheet.pdf"
    words = ["sheet", "--ask", "manager", "--red-flag", "firefighting", "--minutes", "10", "--paper", "letter"]
    result = CliRunner().invoke(main, [*words, "--company", "Zażółć Ελλάς Привет", "--output", str(path)])
    assert result.exit_code == 0, result.output
    (page,) = read_pages(path.read_bytes())
    shown = [q for q in load_library(ROOT).questions if squeezed(q.ask) in page.text]
    assert len(shown) == 4
    assert all("constant-firefighting" in q.reveals and "manager" in q.to for q in shown)
    assert squeezed("Zażółć Ελλάς Привет") in page.text
    assert round(page.width) == 612
    assert squeezed("The first 4 about constant firefighting.") in page.text
    again = CliRunner().invoke(main, [*words, "--company", "Birch", "--output", str(path)])
    assert (again.exit_code, "is there already; add --replace" in again.output) == (1, True)
    assert CliRunner().invoke(main, [*words, "--company", "Birch", "--output", str(path), "--replace"]).exit_code == 0
    other = CliRunner().invoke(main, [*words, "--output", str(tmp_path / "sheet.txt")])
    assert (other.exit_code, "ends in .pdf" in other.output) == (1, True)
    lost = CliRunner().invoke(main, [*words, "--company", "株式会社", "--who", "Łukasz 東"])
    assert lost.exit_code == 1
    assert "the command:1:1: --company: no font on paper has 会 (U+4F1A), 式 (U+5F0F)" in lost.output
    assert "the command:1:1: --who: no font on paper has 東 (U+6771)" in lost.output
    wrong = CliRunner().invoke(main, ["sheet", "--ask", "mangr"])
    assert (wrong.exit_code, "did you mean `manager`" in wrong.output) == (1, True)


def test_two_companies_have_two_files(in_small: Path) -> None:
    """What stands at the head stands in the name of the file, and scripts and levers make sheets, too."""
    for words in (
        ["--ask", "manager", "--company", "Alder"],
        ["--ask", "manager", "--company", "Birch"],
        ["--ask", "peer", "--detail", "table"],
    ):
        result = CliRunner().invoke(main, ["sheet", *words])
        assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (in_small / "build/sheets").glob("*.pdf"))
    assert names == [
        "alder-questions-manager-pocket-a4.pdf",
        "birch-questions-manager-pocket-a4.pdf",
        "questions-peer-table-a4.pdf",
    ]


def test_a_sheet_has_one_kind(in_small: Path) -> None:
    """Questions and scripts at once are refused in plain words, and so are two moments."""
    script = load_library(in_small).scripts[0].id
    both = CliRunner().invoke(main, ["sheet", "--ask", "manager", "--script", script])
    assert (both.exit_code, "ask for one of these at a time" in both.output) == (1, True)
    alone = CliRunner().invoke(main, ["sheet", "--script", script])
    assert alone.exit_code == 0, alone.output
    assert f"scripts-{script}-cards-a4.pdf" in alone.output


def test_a_look_names_only_what_it_changes(small: Path, write: Callable[[str, str], None]) -> None:
    """One line in your look.typ is enough; a font that is not there is named with your file and line."""
    sheet = sheets_of(small)["manager-questions-pocket"]
    write("my/templates/print/look.typ", "// mine\n#let pocket-sizes = (8pt,)\n")
    (page,) = read_pages(make_press(small, small / "cache", 0).print(sheet, "a4"))
    title = next(box for box in page.visible if float(box["size"]) > 15)  # type: ignore[arg-type]
    assert title
    write("my/templates/print/look.typ", '// mine\n#let font = "Comic Neue"\n')
    with pytest.raises(ProblemsFound) as found:
        make_press(small, small / "cache", 0).print(sheet, "a4")
    assert str(found.value).lower().startswith("my/templates/print/look.typ:2:14: there is no font `comic neue`")
