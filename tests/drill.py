"""The upgrade drill: a copy with 60 changes of its own takes an upstream that has changed 100 entries and much else."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from playbook.pages.site import Site
from playbook.paper.press import LOOK, OVER_LOOK, read_templates
from project import ROOT, write_files

Entry = dict[str, Any]
Check = Callable[[Site, Path], bool]


@dataclass(frozen=True)
class Mine:
    """One change of the owner: what the audit calls it, whether upstream changes something beneath, and its effect."""

    name: str
    touched: bool
    works: Check


def git(folder: Path, *arguments: str) -> str:
    """Run git; return what it says."""
    return run(folder, "git", *arguments)


def run(folder: Path, *command: str, **more: str) -> str:
    """Run a program as nobody in particular; return what it says, whether it fails or not."""
    who = {f"GIT_{part}_{field}": "drill" for part in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **more}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def copy_project(folder: Path) -> None:
    """Make a repository of the project as it stands, without anything personal."""
    for name in ("data", "docs", "templates", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "Makefile", "run.py", "pyproject.toml", "requirements.txt", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    (folder / "my").mkdir()
    shutil.copy(ROOT / "my" / "README.md", folder / "my")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "Start")


def make_update(fork: Path, upstream: Path) -> str:
    """Run `make update` in the fork with the packages of this environment; return what it says."""
    environment = fork / ".venv"
    (environment / "bin").mkdir(parents=True)
    program = environment / "bin" / "playbook"
    program.write_text(f"#!{sys.executable}\nfrom playbook.commands.main import main\nmain()\n", encoding="utf-8")
    program.chmod(0o755)
    (environment / ".installed").touch()
    os.utime(environment / ".installed", (2**32, 2**32))  # newer than what upstream is about to change
    return run(fork, "make", "update", f"UPSTREAM={upstream}", PYTHONPATH=str(fork / "scripts"))


def commit(folder: Path, message: str) -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def entries(root: Path, kind: str) -> Iterator[Entry]:
    """Go through the active entries of a kind, as they are written."""
    for path in sorted((root / "data" / kind).glob("*.yml")):
        yield from (entry for entry in yaml.safe_load(path.read_text(encoding="utf-8")) if "status" not in entry)


class Owner:
    """Makes 60 changes in `my/`, some where upstream will change something, some elsewhere."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.mine: list[Mine] = []
        self.fields: dict[str, list[Entry]] = {}
        said = "\n".join(
            path.read_text(encoding="utf-8") for path in [*root.glob("docs/**/*.md"), *root.glob("data/*/*.yml")]
        )
        lonely = [entry for entry in entries(root, "questions") if said.count(entry["id"]) == 1]
        self.retired = lonely[:3]
        self.successor, self.other_successor = lonely[3:5]
        self.questions = lonely[5:]

    def change(self) -> list[Mine]:
        """Make all changes; return them."""
        self.change_entries()
        self.add_entries()
        self.hide_entries()
        self.write_texts()
        self.set_up()
        for kind, changed in self.fields.items():
            write_files(
                self.root, {f"my/data/{kind}/mine.yml": yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)}
            )
        return self.mine

    def lay(self, kind: str, fields: Entry, *, touched: bool, works: Check) -> None:
        """Write an entry of yours."""
        self.fields.setdefault(kind, []).append(fields)
        self.mine.append(Mine(fields["id"], touched, works))

    def change_entries(self) -> None:
        """Change 20 entries: fields, whole lists, additions to lists, things taken from lists, parts by their id."""
        for number, entry in enumerate(self.questions[:6]):
            self.change_field("questions", entry["id"], "ask", f"Mine {number}: what did you ship?", touched=number < 5)
        for entry in self.retired[:2]:
            text = f"Mine instead of {entry['id']}"
            fields = {"id": entry["id"], "follow_up+": [text]}
            self.lay("questions", fields, touched=True, works=self.has(self.successor["id"], "follow_up", text))
        for entry in self.questions[6:8]:
            self.lay(
                "questions",
                {"id": entry["id"], "to": ["founder"]},
                touched=True,
                works=self.field(entry["id"], "to", ("founder",)),
            )
        for entry in self.questions[8:10]:
            text, id = entry["listen_for"][0], entry["id"]
            fields = {"id": id, "listen_for-": [text]}
            self.lay("questions", fields, touched=False, works=lacks(id, "listen_for", text))
        drilled = [entry for entry in entries(self.root, "topics") if entry.get("drills")]
        for entry in drilled[:3]:
            drill = entry["drills"][0]["id"]
            fields = {"id": entry["id"], "drills+": [{"id": drill, "minutes": 7}]}
            self.lay("topics", fields, touched=True, works=self.minutes(entry["id"], drill))
        for number, entry in enumerate(list(entries(self.root, "scripts"))[:3]):
            self.change_field("scripts", entry["id"], "why", f"Mine {number}: it works.", touched=True)
        for number, entry in enumerate(list(entries(self.root, "levers"))[:2]):
            self.change_field("levers", entry["id"], "what", f"Mine {number}: a term.", touched=True)

    def change_field(self, kind: str, id: str, field: str, text: str, *, touched: bool) -> None:
        """Replace one field by a text that the page must show."""
        self.lay(kind, {"id": id, field: text}, touched=touched, works=shows(id, text))

    def add_entries(self) -> None:
        """Add 8 entries, one in a theme of its own."""
        theme = "my-theme"
        self.lay(
            "themes",
            {"id": theme, "name": "Mine alone", "of": "questions"},
            touched=False,
            works=shows(theme, "Mine alone"),
        )
        for number in range(4):
            fields = {"id": f"my-question-{number}", "ask": f"My own {number}?", "to": ["peer"], "theme": theme}
            self.lay("questions", fields, touched=False, works=shows(str(fields["id"]), f"My own {number}?"))
        fields = {"id": "my-topic", "name": "My topic", "why": "My reason."}
        self.lay("topics", fields, touched=False, works=shows("my-topic", "My reason."))
        fields = {"id": "my-word", "term": "Zyzzyva", "meaning": "My meaning."}
        self.lay("glossary", fields, touched=False, works=shows("my-word", "My meaning."))
        fields = {"id": "my-script", "name": "Mine", "situation": "Any.", "goal": "Some.", "say": ["My line."]}
        self.lay("scripts", fields, touched=False, works=shows("my-script", "My line."))

    def hide_entries(self) -> None:
        """Hide 8 entries, among them a whole page and one that upstream is about to retire."""
        ids = [entry["id"] for entry in self.questions[10:13]] + [self.retired[2]["id"]]
        ids += [list(entries(self.root, kind))[-1]["id"] for kind in ("red_flags", "levers", "languages", "checklists")]
        write_files(self.root, {"my/data/hide.yml": yaml.safe_dump({"hide": ids})})
        self.mine += [Mine(f"hide/{id}", True, hides(id)) for id in ids]

    def write_texts(self) -> None:
        """Replace 6 pages and add 4, replace 5 templates, 2 of the sheets on paper and 2 files."""
        pages = (
            "ask/index.md",
            "prepare/index.md",
            "negotiate/index.md",
            "timing/index.md",
            "ask/pace.md",
            "resources.md",
        )
        for name in pages:
            text = f'---\ntitle: Mine\n---\n\n# Mine at {name}\n\n{{% include "ours/docs/{name}" %}}\n'
            self.file(f"docs/{name}", text, touched=name != "resources.md", works=page_shows(name, f"Mine at {name}"))
        for name in ("mine-1.md", "mine-2.md", "mine-3.md", "ask/mine-4.md"):
            self.file(f"docs/{name}", f"# My page {name}\n", touched=False, works=page_shows(name, f"My page {name}"))
        for name, page in (
            ("questions", "ask/pace.md"),
            ("levers", "negotiate/levers.md"),
            ("topics", "prepare/coding.md"),
        ):
            text = f'<p>my {name}</p>\n{{% include "ours/partials/{name}.html" %}}\n'
            self.file(f"templates/partials/{name}.html", text, touched=True, works=page_shows(page, f"my {name}"))
        ours = (self.root / "templates/pages/language.md").read_text(encoding="utf-8")
        works = page_shows("prepare/languages/go.md", "My language page")
        self.file("templates/pages/language.md", f"{ours}\nMy language page\n", touched=True, works=works)
        theme_file = "templates/theme/partials/source.html"
        self.file(theme_file, "mine\n", touched=False, works=says(f"my/{theme_file}", "mine"))
        for name in ("look.typ", "full.typ"):
            text = (self.root / "templates/print" / name).read_text(encoding="utf-8") + "// mine\n"
            self.file(f"templates/print/{name}", text, touched=True, works=prints_with(name, b"// mine"))
        for name in ("assets/my.css", "assets/pictures/tiers.svg"):
            self.file(f"docs/{name}", "mine\n", touched=name.endswith("svg"), works=serves(name, b"mine"))

    def file(self, name: str, text: str, *, touched: bool, works: Check) -> None:
        """Write a file of yours by the path of ours."""
        write_files(self.root, {f"my/{name}": text})
        self.mine.append(Mine(name, touched, works))

    def set_up(self) -> None:
        """Set four things about the site, and the profile."""
        nav = [{"page": "mine-1.md", "after": "ask/pace.md"}, {"page": "mine-2.md", "section": "Mine"}]
        site = {"name": "Drill", "description": "Mine.", "colours": {"links": "#6a1b9a"}, "nav": nav}
        write_files(self.root, {"my/site.yml": yaml.safe_dump(site)})
        write_files(self.root, {"my/profile.yml": "role: backend\nlevel: senior\nlanguage: go\n"})
        checks: dict[str, Check] = {
            "name": lambda site, _: site.settings.name == "Drill",
            "description": lambda site, _: site.settings.description == "Mine.",
            "colours": lambda site, _: "6a1b9a" in site.made["assets/colours.css"],
            "nav": lambda site, _: [placement.page for placement in site.settings.nav] == ["mine-1.md", "mine-2.md"],
            "profile": lambda site, _: site.guide.plan_is_yours and site.guide.profile.role == "backend",
        }
        self.mine += [
            Mine("my/profile.yml" if name == "profile" else "site.yml", name == "name", works)
            for name, works in checks.items()
        ]

    def has(self, id: str, field: str, item: str) -> Check:
        """Return a check that a list has an item."""
        return lambda site, _: item in getattr(site.library.by_id[id], field)

    def field(self, id: str, field: str, value: object) -> Check:
        """Return a check that a field has a value."""
        return lambda site, _: bool(getattr(site.library.by_id[id], field) == value)

    def minutes(self, id: str, drill: str) -> Check:
        """Return a check that a drill takes 7 minutes."""
        return lambda site, _: [part.minutes for part in site.library.by_id[id].drills if part.id == drill] == [7]  # type: ignore[attr-defined]


def shows(id: str, text: str) -> Check:
    """Return a check that the page of an entry shows a text."""
    return lambda site, _: text in site.pages[site.places[id].page].markdown


def page_shows(name: str, text: str) -> Check:
    """Return a check that a page shows a text."""
    return lambda site, _: text in site.pages[name].markdown


def says(name: str, text: str) -> Check:
    """Return a check that a file says a text."""
    return lambda _, root: text in (root / name).read_text(encoding="utf-8")


def serves(name: str, content: bytes) -> Check:
    """Return a check that a file of the site has a content."""
    return lambda site, _: content in site.files[name].read_bytes()


def prints_with(name: str, content: bytes) -> Check:
    """Return a check that a sheet is set with a content; your look lies over ours."""
    return lambda _, root: content in read_templates(root)[OVER_LOOK if name == LOOK else name]


def hides(id: str) -> Check:
    """Return a check that an entry is in no list."""
    return lambda site, _: id not in site.library.by_id


def lacks(id: str, field: str, item: str) -> Check:
    """Return a check that a list does not have an item."""
    return lambda site, _: item not in getattr(site.library.by_id[id], field)


class Upstream:
    """Rewords, adds, retires and reorders 100 entries, and changes pages, templates, settings and the engine."""

    def __init__(self, root: Path, owner: Owner) -> None:
        self.root = root
        self.retire = {entry["id"]: owner.successor["id"] for entry in owner.retired[:2]}
        self.retire[owner.retired[2]["id"]] = owner.other_successor["id"]
        names = {mine.name.removeprefix("hide/") for mine in owner.mine if mine.touched}
        self.reword = sorted(names - set(self.retire))
        self.files = [
            mine.name for mine in owner.mine if mine.touched and "/" in mine.name and (root / mine.name).exists()
        ]
        self.changed: set[str] = set()

    def change(self) -> int:
        """Make all changes; return how many entries they touch."""
        for path in sorted((self.root / "data").glob("*/*.yml")):
            text = path.read_text(encoding="utf-8")
            head = text.splitlines()[0] if text.startswith("#") else ""
            changed = [self.entry(entry) for entry in yaml.safe_load(text)]
            name = path.relative_to(self.root).as_posix()
            write_files(self.root, {name: f"{head}\n{yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)}"})
        self.add(25)
        self.reorder(100 - len(self.changed))
        for name in self.files:
            extra = {".svg": "<!-- theirs -->", ".typ": "// theirs"}.get(Path(name).suffix, "<!-- theirs -->")
            with (self.root / name).open("a", encoding="utf-8") as file:
                file.write(f"\n{extra}\n")
        for path in [*self.root.glob("scripts/**/*.py"), self.root / "Makefile"]:
            with path.open("a", encoding="utf-8") as file:
                file.write("# a change of the engine\n")
        config = self.root / "mkdocs.yml"
        config.write_text(
            config.read_text(encoding="utf-8").replace("site_name: ", "site_name: The New "), encoding="utf-8"
        )
        return len(self.changed)

    def entry(self, entry: Entry) -> Entry:
        """Return an entry as upstream has it now."""
        if entry["id"] in self.retire:
            self.changed.add(entry["id"])
            return {**entry, "status": "retired", "replaced_by": self.retire[entry["id"]]}
        if entry["id"] not in self.reword:
            return entry
        self.changed.add(entry["id"])
        new: Entry = {field: f"{text} Reworded." if field in TEXTS else text for field, text in entry.items()}
        if "to" in new:
            new["to"] = [*new["to"], "skip-level"] if "skip-level" not in new["to"] else new["to"][1:]
        for drill in new.get("drills", ()):
            drill["do"] += " Reworded."
        return new

    def add(self, count: int) -> None:
        """Add entries of their own, in a new file and in the middle of an old one."""
        added = [
            {"id": f"their-question-{number}", "ask": f"Theirs {number}?", "to": ["peer"]} for number in range(count)
        ]
        path = min((self.root / "data" / "questions").glob("*.yml"))
        there = yaml.safe_load(path.read_text(encoding="utf-8"))
        path.write_text(
            yaml.safe_dump([*added[: count // 2], *there], allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        write_files(self.root, {"data/questions/theirs.yml": yaml.safe_dump(added[count // 2 :])})
        self.changed |= {str(entry["id"]) for entry in added}

    def reorder(self, count: int) -> None:
        """Shuffle the entries of as many files as it takes."""
        for path in sorted((self.root / "data" / "topics").glob("*.yml")):
            there = yaml.safe_load(path.read_text(encoding="utf-8"))
            new = [entry["id"] for entry in there if entry["id"] not in self.changed][: max(count, 0)]
            random.Random(4).shuffle(there)  # noqa: S311 - a fixed order, not a secret
            path.write_text(yaml.safe_dump(there, allow_unicode=True, sort_keys=False), encoding="utf-8")
            self.changed |= set(new)
            count -= len(new)
            if count <= 0:
                return


TEXTS = {"ask", "why", "what", "summary", "choose_if", "moment"}
