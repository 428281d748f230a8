"""What is spoken: directions apart from words, and English as engineers and recruiters speak it on the phone."""

import re
from collections.abc import Iterator

import pytest
import yaml

from playbook.library import Library
from playbook.models.blanks import only_directs, split_line
from playbook.pages.site import Site
from project import ROOT

IT_SOUNDS_LIKE = 10
"""So often may one label be heard in the whole guide before it sounds like a therapist."""

WORDS = yaml.safe_load((ROOT / "tests" / "words.yml").read_text(encoding="utf-8"))
UNSPOKEN = re.compile(rf"\b(?:{'|'.join(WORDS['unspoken'])})\b", re.IGNORECASE)


def spoken(library: Library) -> Iterator[tuple[str, str]]:
    """Go through every line that somebody says, with the id of its entry."""
    for script in library.scripts:
        lines = (*script.say, *(line for turn in script.turns for line in (turn.they, turn.you)))
        yield from ((script.id, line) for line in lines)
    yield from ((lever.id, lever.how_to_ask) for lever in library.levers)
    yield from ((call.id, line.words) for call in library.calls for line in call.lines)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Hi {company}.", [("Hi ", "words"), ("company", "blank"), (".", "words")]),
        ("Usually? (Wait.) Go on.", [("Usually? ", "words"), ("(Wait.)", "direction"), (" Go on.", "words")]),
        ("(Only if it's true. Else not.)", [("(Only if it's true. Else not.)", "direction")]),
        ("Is there a 401(k)?", [("Is there a 401(k)?", "words")]),
        ("A note (of mine).", [("A note (of mine).", "words")]),
    ],
)
def test_a_line_is_cut_into_what_is_said_filled_in_and_done(line: str, pieces: list[tuple[str, str]]) -> None:
    """A sentence in round brackets is a direction, a word in braces a blank, everything else is said."""
    assert list(split_line(line)) == pieces


def test_what_they_only_do_is_told_from_what_they_say() -> None:
    """A line of directions alone is not spoken, one with a word beside them is."""
    assert only_directs("(Nothing, for a week.)")
    assert not only_directs("(The other one.) Well?")


def test_round_brackets_are_for_directions_alone(library: Library) -> None:
    """No spoken line has round brackets that are no direction: copying would keep them, and a reader would say them."""
    words = ((id, piece.text) for id, line in spoken(library) for piece in split_line(line) if piece.kind == "words")
    assert [(id, text) for id, text in words if re.search(r"(?<!\w)[()]", text)] == []


def test_a_page_marks_what_nobody_says(site: Site) -> None:
    """On a page a direction is marked, and what they only do is not in quotation marks."""
    page = site.pages["negotiate/scripts/timing.md"].markdown
    assert '<em class="pb-direction" data-direction>(Wait.)</em>' in page
    assert '<summary>If: <em class="pb-direction" data-direction>(Nothing, for another week.)</em>' in page
    assert '<span class="pb-label">Subject:</span> A change in my timing' in page


def test_a_call_has_its_comments_beside_it(site: Site, library: Library) -> None:
    """Each whole call is on its page, good and gone wrong, each line with its comment, and its scripts say so."""
    page = site.pages["negotiate/calls/counter.md"].markdown
    assert [call.id for call in library.calls if f'id="{call.id}"' in page] == [
        "counter-call-good",
        "counter-call-clumsy",
    ]
    assert page.count('<p class="pb-call-words">') == sum(
        len(call.lines) for call in library.calls if "counter" in call.id
    )
    assert '<p class="pb-call-note">Learn before you ask.' in page
    script = site.pages["negotiate/scripts/offer.md"].markdown
    assert re.search(r"Heard in: .*calls/counter/#counter-call-good", script)


def test_each_call_is_heard_well_and_clumsily(library: Library) -> None:
    """Three calls are there twice, both times with the other side's words and with scripts to open beside them."""
    assert sorted(call.id.rpartition("-")[0] for call in library.calls if call.id.endswith("good")) == sorted(
        call.id.rpartition("-")[0] for call in library.calls if call.id.endswith("clumsy")
    )
    assert len(library.calls) >= 6
    for call in library.calls:
        assert {line.who for line in call.lines} == {"they", "you"}
        assert sum(bool(line.see) for line in call.lines) >= 4
        assert all(line.note or line.see for line in call.lines if line.who == "you")


def test_nobody_says_what_is_only_written(library: Library) -> None:
    """No spoken line has a word that people write and do not say on the phone."""
    assert [(id, match[0]) for id, line in spoken(library) if (match := UNSPOKEN.search(line))] == []


def test_one_label_does_not_wear_out() -> None:
    """'It sounds like' stands in the whole guide ten times at the most."""
    files = [*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    count = sum(path.read_text(encoding="utf-8").lower().count("it sounds like") for path in files)
    assert 0 < count <= IT_SOUNDS_LIKE


def test_every_script_and_lever_is_found_by_what_people_call_it(library: Library) -> None:
    """Scripts, levers and checklists say what people call them, each at least three ways."""
    entries = (*library.scripts, *library.levers, *library.checklists, *library.calls)
    assert [entry.id for entry in entries if len(entry.also) < 3] == []


@pytest.mark.parametrize(
    "words",
    [
        "lowball",
        "ghosted",
        "non-compete",
        "signing bonus",
        "expected salary",
        "salary expectations",
        "exploding offer",
        "PTO",
        "401k",
        "WFH",
        "rescinded offer",
        "counteroffer",
        "down-leveled",
        "laid off",
        "unpaid take-home",
        "burnout",
    ],
)
def test_what_people_type_leads_somewhere(words: str, library: Library) -> None:
    """The words that people type are among those of some script, lever or checklist."""
    entries = (*library.scripts, *library.levers, *library.checklists)
    assert [entry.id for entry in entries if words in entry.also]
