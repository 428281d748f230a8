"""The kinds of entries, one strict model each; nothing here reads a file or imports another part of ours."""

from playbook.models.asking import GreenFlag, Pick, Question, RedFlag, Shortlist
from playbook.models.checklists import Checklist, Item, Section, Selection
from playbook.models.deciding import Condition, Criterion, Duration, NextMove
from playbook.models.entry import Entry
from playbook.models.filling import Column, Form, Row
from playbook.models.negotiating import Blank, Call, CallLine, Lever, Script, Stage, Turn
from playbook.models.preparing import Code, Drill, KnownProblem, Language, Note, Pattern, Topic
from playbook.models.profile import Prepare, Profile
from playbook.models.resources import Resource, Term, Theme

KINDS: dict[str, type[Entry]] = {
    "red_flags": RedFlag,
    "green_flags": GreenFlag,
    "questions": Question,
    "shortlists": Shortlist,
    "topics": Topic,
    "languages": Language,
    "scripts": Script,
    "levers": Lever,
    "calls": Call,
    "stages": Stage,
    "checklists": Checklist,
    "forms": Form,
    "resources": Resource,
    "glossary": Term,
    "themes": Theme,
    "blanks": Blank,
    "moves": NextMove,
    "durations": Duration,
    "criteria": Criterion,
}
"""Folder under data/, key in library.json and name of the JSON Schema -> model of its entries."""

__all__ = [
    "KINDS",
    "Blank",
    "Call",
    "CallLine",
    "Checklist",
    "Code",
    "Column",
    "Condition",
    "Criterion",
    "Drill",
    "Duration",
    "Entry",
    "Form",
    "GreenFlag",
    "Item",
    "KnownProblem",
    "Language",
    "Lever",
    "NextMove",
    "Note",
    "Pattern",
    "Pick",
    "Prepare",
    "Profile",
    "Question",
    "RedFlag",
    "Resource",
    "Row",
    "Script",
    "Section",
    "Selection",
    "Shortlist",
    "Stage",
    "Term",
    "Theme",
    "Topic",
    "Turn",
]
