"""The measurements in README.md: side by side in one run, medians and ratios of paired runs, never a test."""

import argparse
import gzip
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import yaml

from playbook.builder.export import export_site
from playbook.builder.finish import finish_site
from playbook.builder.published import library_json
from playbook.clock import timestamp
from playbook.models import KINDS
from playbook.pages.places import plan_places
from playbook.pages.site import render_site
from playbook.paper.forms import plan_forms
from playbook.paper.press import compile_sheets, make_press
from playbook.paper.sheets import PAPERS, Imprint, Printable, plan_sheets
from playbook.reading.load import load_library

ROOT = Path(__file__).resolve().parent.parent
BARE = "from mkdocs.__main__ import cli; cli(['build', '-q'])"
COMMAND = "from playbook.commands.main import main; main({})"
BUILD = COMMAND.format(["site"])
CHECK = COMMAND.format(["check"])
START = COMMAND.format(["--version"])
GROWN = """
import resource, time
from pathlib import Path
from playbook.pages.site import render_site
start = time.perf_counter()
render_site(Path("."))
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
QUESTIONS = ("data/questions/hours.yml", "\n  ask: ", "\n  ask: WORD. ")
"""A file, something in it, and what to write there in place of it to see a new word."""
EDITS = {
    "a data entry": QUESTIONS,
    "a page": ("docs/ask/pace.md", "\n\n", "\n\nWORD.\n\n"),
    "a template": ("templates/partials/questions.html", "\n", "\n<p>WORD.</p>\n"),
}
SEEN_ON = "ask/pace/"


def main() -> None:
    """Run all measurements, or those that are named."""
    measurements = {
        "build": builds,
        "check": checks,
        "stages": stages,
        "sheets": sheets,
        "growth": growth,
        "preview": preview,
        "weight": weight,
        "profiles": profiles,
    }
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="which measurements; none means all")
    parser.add_argument("--runs", type=int, default=5, help="paired runs of each build")
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled, as pip does it
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(timestamp(ROOT))}
    with tempfile.TemporaryDirectory() as folder:
        project = copied(Path(folder) / "project")
        for name in arguments.names or measurements:
            measurements[name](project, arguments.runs)


def copied(root: Path) -> Path:
    """Copy what a build needs, so that no measurement touches the work tree."""
    for name in ("data", "docs", "templates", "my", "scripts"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("private", "__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run(code: str, folder: Path) -> str:
    """Run Python in a process of its own, as a user's command would, and return what it says."""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def builds(project: Path, runs: int) -> None:
    """Compare whole builds without the book, cold and warm, with bare MkDocs over the exported pages."""
    bare = project.parent / "bare"
    export_site(project, bare, 0)
    shutil.rmtree(bare / "docs" / "print")
    times: dict[str, list[float]] = {"bare": [], "cold": [], "warm": []}
    run(START, project)
    for _ in range(runs):
        times["bare"].append(seconds(lambda: run(BARE, bare)))
        shutil.rmtree(project / ".cache", ignore_errors=True)
        times["cold"].append(seconds(lambda: run(BUILD, project)))
        times["warm"].append(seconds(lambda: run(BUILD, project)))
    print(f"Whole builds without the book, {runs} paired runs")
    for name, taken in times.items():
        ratio = statistics.median(one / other for one, other in zip(taken, times["bare"], strict=True))
        print(f"  {name:6} {statistics.median(taken):6.2f} s, {ratio:.2f} times bare MkDocs")


def checks(project: Path, runs: int) -> None:
    """Show how long a start of the command line and `playbook check` take."""
    taken: dict[str, list[float]] = {"a start": [], "with nothing kept": [], "after an edit": [], "as before": []}
    path = project / QUESTIONS[0]
    text = path.read_text(encoding="utf-8")
    for number in range(runs):
        taken["a start"].append(seconds(lambda: run(START, project)))
        shutil.rmtree(project / ".cache", ignore_errors=True)
        taken["with nothing kept"].append(seconds(lambda: run(CHECK, project)))
        path.write_text(text.replace(QUESTIONS[1], QUESTIONS[2].replace("WORD", f"Edit {number}"), 1), encoding="utf-8")
        taken["after an edit"].append(seconds(lambda: run(CHECK, project)))
        taken["as before"].append(seconds(lambda: run(CHECK, project)))
    path.write_text(text, encoding="utf-8")
    print(f"The command line and its check, medians of {runs} runs")
    for name, values in taken.items():
        print(f"  {name:18} {statistics.median(values):5.2f} s")


def stages(project: Path, runs: int) -> None:
    """Show how long each of our own stages takes, in one process."""
    print(f"Our own stages, medians of {runs} runs")
    for name, taken in own_stages(project, runs).items():
        print(f"  {name:16} {taken * 1000:7.0f} ms")


def sheets(project: Path, runs: int) -> None:
    """Compare all sheets and forms on both papers, cold and warm, with the largest of them alone."""
    library = load_library(project)
    planned: list[Printable] = [*plan_sheets(library, Imprint("")), *plan_forms(library, Imprint(""))]
    largest = max(planned, key=lambda sheet: len(str(sheet.data())))
    times: dict[str, list[float]] = {"the largest": [], "all, cold": [], "all, warm": []}
    for number in range(runs):
        press, other = (make_press(project, project / f"{name}{number}", number) for name in ("cold", "one"))
        times["the largest"].append(seconds(partial(other.print, largest, "a4")))
        for name in ("all, cold", "all, warm"):
            times[name].append(seconds(partial(compile_sheets, planned, press)))
    print(f"{len(planned) * len(PAPERS)} sheets and forms; the largest is {largest.name}, medians of {runs} runs")
    for name, taken in times.items():
        pairs = zip(taken, times["the largest"], strict=True)
        ratio = statistics.median(one / other for one, other in pairs)
        print(f"  {name:16} {statistics.median(taken):6.2f} s, {ratio:5.1f} times the largest")


def own_stages(project: Path, runs: int) -> dict[str, float]:
    """Return the median seconds of each stage that is ours."""
    library = load_library(project)
    site = render_site(project)
    built = project / "site"
    taken: dict[str, list[float]] = {}
    for _ in range(runs):
        load = seconds(lambda: load_library(project))
        whole = seconds(lambda: render_site(project))
        places = seconds(lambda: plan_places(library))
        taken.setdefault("load and check", []).append(load)
        taken.setdefault("plan", []).append(places)
        taken.setdefault("render", []).append(whole - load - places)
        taken.setdefault("library.json", []).append(seconds(lambda: library_json(library, site.places)))
        if built.exists():
            copy = shutil.copytree(built, project / "finished", dirs_exist_ok=True)
            taken.setdefault("finish", []).append(seconds(partial(finish_site, copy)))
    return {name: statistics.median(values) for name, values in taken.items()}


def growth(project: Path, _runs: int) -> None:
    """Show how reading, checking, planning and rendering grow with 10 and 100 times the data, with nothing kept."""
    print("Load, check, plan and render with nothing kept, one run each")
    base = 0.0
    for times in (1, 10, 100):
        grown = copied(project.parent / f"times{times}")
        multiply(grown, times)
        taken, memory = map(float, run(GROWN, grown).split())
        base = base or taken
        print(f"  {times:3} times the data: {taken:6.2f} s (x{taken / base:.1f}), at most {memory:.0f} MB")
        shutil.rmtree(grown)


def multiply(project: Path, times: int) -> None:
    """Put copies of all entries beside them, under other ids, each still referring to the originals."""
    for kind in set(KINDS) - {"themes", "stages", "blanks", "checklists", "shortlists"}:
        for path in sorted((project / "data" / kind).glob("*.yml")):
            entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            for number in range(1, times):
                text = yaml.dump([renamed(entry, f"-{number}") for entry in entries], Dumper=yaml.CSafeDumper)
                path.with_name(f"{path.stem}-{number}.yml").write_text(text, encoding="utf-8")


def renamed(value: object, suffix: str) -> object:
    """Return an entry with every id in it changed."""
    if isinstance(value, dict):
        return {key: item + suffix if key == "id" else renamed(item, suffix) for key, item in value.items()}
    return [renamed(item, suffix) for item in value] if isinstance(value, list) else value


def preview(project: Path, runs: int) -> None:
    """Show how long an edit takes to be seen in the live preview, from the file to the page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "playbook", "serve", "--port", str(port)]
    print(f"Edit to visible in the live preview, medians of {runs}")
    with subprocess.Popen(command, cwd=project, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        home = f"http://127.0.0.1:{port}/offer-playbook/"
        wait_for(home + SEEN_ON, "<h1")
        for name, (file, place, new) in EDITS.items():
            text = (project / file).read_text(encoding="utf-8")
            taken = []
            for number in range(runs):
                time.sleep(SETTLE)
                word = f"Edit {number} of {name}"
                (project / file).write_text(text.replace(place, new.replace("WORD", word), 1), encoding="utf-8")
                taken.append(seconds(partial(wait_for, home + SEEN_ON, word)))
            (project / file).write_text(text, encoding="utf-8")
            print(f"  {name:14} {statistics.median(taken):5.2f} s")
        time.sleep(SETTLE)
        print(f"  {'the search':14} {statistics.median(found_later(project, home, runs)):5.2f} s")
        process.terminate()


SETTLE = 6
"""Seconds after which everything is built."""


def found_later(project: Path, home: str, runs: int) -> list[float]:
    """Return how long it takes until the search knows of an edit."""
    file, place, new = QUESTIONS
    text = (project / file).read_text(encoding="utf-8")
    taken = []
    for number in range(runs):
        word = f"Found {number}"
        (project / file).write_text(text.replace(place, new.replace("WORD", word), 1), encoding="utf-8")
        taken.append(seconds(partial(wait_for, f"{home}search/search_index.json", word)))
    (project / file).write_text(text, encoding="utf-8")
    return taken


def wait_for(address: str, text: str) -> None:
    """Ask for a page until it has a text."""
    while True:
        try:
            with urlopen(address, timeout=60) as answer:  # noqa: S310 - an address of this machine
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)


KINDS_OF_PAGE = {
    "home": "",
    "questions": "ask/pace/",
    "checklist": "checklists/manager-questions/",
    "scripts": "negotiate/scripts/first-call/",
    "board": "get-the-interview/tracker/",
    "plan": "prepare/plan/",
}


def weight(project: Path, _runs: int) -> None:
    """Show what each kind of page loads on a first visit, over the wire."""
    run(BUILD, project)
    site = project / "site"
    index = zipped(site / "search" / "search_index.json")
    theme = sum(map(zipped, site.glob("assets/javascripts/**/*.js")))
    print(f"Over the wire, gzip, KB; the theme's scripts, {theme / 1024:.1f}, once somebody needs them, and the search")
    print(f"index, {index / 1024:.1f}, once somebody searches")
    for kind, address in KINDS_OF_PAGE.items():
        page = site / address / "index.html"
        text = page.read_text(encoding="utf-8")
        linked = re.findall(r'<(?:link rel="stylesheet" href|script(?: [^>]*?)? src)="([^"]+)"', text)
        files = [(page.parent / name).resolve() for name in linked]
        styles = sum(zipped(file) for file in files if file.suffix == ".css")
        always = sum(zipped(file) for file in files if file.suffix == ".js")
        print(
            f"  {kind:10} page {zipped(page) / 1024:5.1f}, styles {styles / 1024:5.1f}, "
            f"our two loaders {always / 1024:5.1f}"
        )
    scripts = sorted(site.glob("assets/js/*.js"))
    stream = len(gzip.compress(b"".join(path.read_bytes() for path in scripts), 9, mtime=0))
    print(
        f"  all our scripts as one stream {stream / 1024:.1f}, file by file {sum(map(zipped, scripts)) / 1024:.1f}; "
        "a page loads what it uses"
    )
    print(f"  library.json {zipped(site / 'library.json') / 1024:.1f}")


PROFILES = {
    "one line": "role: backend",
    "intern, front end, 2 weeks": "role: frontend\nlevel: intern\nlanguage: python\nprepare: {weeks: 2}",
    "staff, back end, 6 weeks": "role: backend\nlevel: staff\nlanguage: go\nprepare: {weeks: 6}\nlevers: [equity]",
    "data": "role: data\nlevel: mid\nlanguage: python\nred_flags: [high-churn]\nlevers: [base-salary, remote]",
    "reliability": "role: reliability\nlevel: senior\nred_flags: [constant-firefighting]\nlevers: [on-call-pay]",
    "engineering manager": "role: engineering-manager\nlevel: senior\nred_flags: [high-churn]\nlevers: [level]",
}


def profiles(project: Path, _runs: int) -> None:
    """Show how many pages a profile changes."""
    file = project / "my" / "profile.yml"
    file.unlink(missing_ok=True)
    everybodys = render_site(project).pages
    print(f"Pages that a profile changes, of {len(everybodys)}")
    for name, text in PROFILES.items():
        file.write_text(f"{text}\n", encoding="utf-8")
        mine = render_site(project).pages
        print(f"  {name:44} {sum(mine[page].markdown != everybodys[page].markdown for page in everybodys):6}")
    file.unlink()


def zipped(path: Path) -> int:
    """Return the size of a file as it goes over the wire."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
