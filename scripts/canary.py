"""The canary: builds the export with Zensical, in an environment of its own, and compares it with MkDocs."""

import re
import subprocess
import sys
import venv
from html.parser import HTMLParser
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from playbook.builder.export import export_site
from playbook.clock import timestamp

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".cache" / "zensical"
EXPORT = ROOT / "build" / "canary"


def main() -> None:
    """Build both, compare every article's text, and say what differs."""
    reason = installed()
    if reason:
        print(f"The canary did not run: Zensical cannot be installed here ({reason}).")
        return
    count = export_site(ROOT, EXPORT, timestamp(ROOT))
    build(load_config(str(EXPORT / "mkdocs.yml"), site_dir=str(EXPORT / "by-mkdocs")))
    result = build_with_zensical(EXPORT)
    differing = differences(EXPORT / "by-mkdocs", EXPORT / "site") if result.returncode == 0 else []
    if result.returncode or differing:
        print(result.stdout, result.stderr, *differing[:20], sep="\n")
        sys.exit("The canary fell: Zensical builds the export in another way.")
    print(f"The canary is well: Zensical builds all {count} exported pages with the same text.")


def installed() -> str:
    """Install Zensical beside everything else; return why that was not possible, or nothing."""
    if not (ENVIRONMENT / "bin" / "zensical").exists():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        locked = ["--quiet", "--require-hashes", "-r", str(ROOT / "requirements-canary.txt")]
        command = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", *locked]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            return (result.stderr.strip().splitlines() or ["pip failed"])[-1]
    return ""


def build_with_zensical(export: Path) -> subprocess.CompletedProcess[str]:
    """Build an export into its folder `site/`, in Zensical's own frame: ours is a theme of MkDocs."""
    config = yaml.safe_load((export / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"] = {"name": "material", "font": False}
    config.pop("repo_url", None)  # its frame would ask the host of the repository for stars
    (export / "zensical.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    command = [str(ENVIRONMENT / "bin" / "zensical"), "build", "--clean", "--strict", "-f", "zensical.yml"]
    return subprocess.run(command, cwd=export, capture_output=True, text=True, check=False)


def differences(one: Path, other: Path) -> list[str]:
    """Return the pages that are missing from the other site or whose text differs there."""
    pages = [path.relative_to(one) for path in sorted(one.rglob("index.html"))]
    return [str(page) for page in pages if not (other / page).exists() or text(one / page) != text(other / page)]


class Article(HTMLParser):
    """The words of a page's article, in order; permanent links and buttons are the theme's own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data.replace("¶", " ").split()


def text(path: Path) -> str:
    """Return the text of a page's article from its first heading on."""
    page = path.read_text(encoding="utf-8")
    start, end = page.index("<article"), page.rindex("</article>")
    # The line for paper, with the address of the page, belongs to our frame.
    return re.sub(r" https?://\S+( ?, \d{4}-\d{2}-\d{2})?$", "", " ".join(Article(page[start:end]).words))


if __name__ == "__main__":
    main()
