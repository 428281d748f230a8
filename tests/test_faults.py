"""The store forgives: full, forbidden, damaged or newer storage, two tabs, and a tab closed while one types."""

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from reader import FIRST, KEY, SECOND, Reader, in_both, reader_in

STORE = """
  window.open_store = async () => {
    const home = new URL(document.querySelector('script[src$="start.js"]').src);
    return { ...await import(new URL('store.js', home)), ...await import(new URL('records.js', home)),
      ...await import(new URL('shelf.js', home)) };
  };
  window.fake = (kept = {}) => ({ kept, getItem: (name) => kept[name] ?? null, removeItem: (name) => delete kept[name],
    setItem(name, text) { if (this.full) throw new DOMException('', 'QuotaExceededError'); kept[name] = text; } });
"""


def put_raw(reader: Reader, raw: str) -> None:
    """Put a text where the notes are."""
    reader.visit()
    reader.page.evaluate("raw => localStorage.setItem(...raw)", [KEY, raw])


UNREADABLE = {
    "damaged": ("{half", "damaged"),
    "of another kind": ('{"format": "offer-playbook-notes", "version": 1, "records": 5}', "damaged"),
    "of another shape": ('{"records": []}', "damaged"),
    "with a bad record": ('{"format": "offer-playbook-notes", "version": 1, "records": {"a": 1}}', "damaged"),
    "with a record of no time": (
        '{"format": "offer-playbook-notes", "version": 1, "records": {"a": ["1", 1e300]}}',
        "damaged",
    ),
    "newer": ('{"format": "offer-playbook-notes", "version": 99, "records": {}}', "newer version"),
}


@in_both
@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_never_overwritten(reader: Reader, kind: str) -> None:
    """The page works and says what is wrong; the text stays until the reader sets it aside, and even then."""
    raw, said = UNREADABLE[kind]
    put_raw(reader, raw)
    reader.visit()
    expect(reader.page.get_by_role("alert")).to_contain_text(said)
    assert reader.violations() == []
    reader.add_company("Northwind")
    reader.answer(FIRST, "Bad", "Sam")
    assert reader.mark(FIRST) == "bad"
    assert reader.page.evaluate(f"localStorage.getItem('{KEY}')") == raw
    assert reader.download("Save them as a file") == raw
    reader.page.get_by_role("button", name="Set them aside and start afresh").click()
    expect(reader.page.get_by_role("alert")).to_have_count(0)
    assert raw in reader.page.evaluate("Object.values(localStorage)")
    assert reader.stored()[f"answer/northwind/{FIRST}/1/who"] == "Sam"


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FORBIDDEN = (
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { %s } });"
)


@in_both
def test_a_full_storage_loses_nothing_that_is_on_the_page(reader: Reader) -> None:
    """The page keeps working, says so, offers a file, and asks before it is closed; later it saves by itself."""
    reader.visit()
    reader.add_company("Northwind")
    before = reader.stored()
    reader.page.evaluate(f"() => {{ window.kept = Storage.prototype.setItem; {FULL} }}")
    reader.answer(FIRST, "Bad", "Sam")
    expect(reader.page.get_by_role("alert")).to_contain_text("storage is full")
    assert reader.stored() == before
    assert reader.page.evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")
    assert json.loads(reader.download("Save a file"))["companies"][0]["answers"][0]["who"] == "Sam"
    reader.page.evaluate("() => { Storage.prototype.setItem = window.kept; }")
    reader.answer(SECOND, "Good")
    expect(reader.page.get_by_role("alert")).to_have_count(0)
    assert reader.stored()[f"answer/northwind/{FIRST}/1/who"] == "Sam"
    assert not reader.page.evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")


@pytest.mark.parametrize("how", ["throw new DOMException('no', 'SecurityError')", "return null"])
def test_a_forbidden_storage_is_forgiven(chromium: Browser, desk: str, how: str) -> None:
    """Where nothing may be kept the page still works, and says so once something is noted."""
    window = chromium.new_context()
    window.add_init_script(FORBIDDEN % how)
    reader = reader_in(window, desk)
    reader.visit()
    assert reader.page.get_by_role("alert").count() == 0
    reader.add_company("Northwind")
    reader.answer(FIRST, "Bad", "Sam")
    assert reader.mark(FIRST) == "bad"
    expect(reader.page.get_by_role("alert")).to_contain_text("keeps nothing")
    ours = [line for line in reader.watch.seen if "assets/js/" in line]
    assert ours == []
    window.close()


@in_both
def test_what_is_typed_is_kept_at_every_letter(reader: Reader) -> None:
    """A tab that is closed in the middle of a word has kept all that was typed."""
    reader.visit()
    reader.add_company("Northwind")
    reader.question(FIRST).get_by_role("button", name="Notes").click()
    reader.question(FIRST).get_by_label("What they said").press_sequentially("We are her")
    other = reader_in(reader.page.context, reader.home)
    reader.page.close(run_before_unload=False)
    other.visit()
    assert other.stored()[f"answer/northwind/{FIRST}/1/note"] == "We are her"


@in_both
def test_two_tabs_keep_each_others_edits(reader: Reader) -> None:
    """Edits in two tabs, also in one form and while one types, are all there in the end, in both."""
    reader.visit()
    reader.add_company("Northwind")
    other = reader_in(reader.page.context, reader.home)
    other.visit()
    reader.answer(FIRST, "Bad", "Sam", "one")
    other.answer(SECOND, "Good", "Kim", "two")
    other.question(FIRST).get_by_label("Mixed").check()
    reader.question(FIRST).get_by_label("What they said").press_sequentially(" more")
    for tab in (reader, other):
        tab.visit()
        assert (tab.mark(FIRST), tab.mark(SECOND)) == ("mixed", "good")
    said = {path.split("/", 2)[2]: text for path, text in reader.stored().items() if path.endswith(("note", "who"))}
    assert said == {
        f"{FIRST}/1/who": "Sam",
        f"{FIRST}/1/note": "one more",
        f"{SECOND}/1/who": "Kim",
        f"{SECOND}/1/note": "two",
    }


def test_one_field_in_two_tabs_goes_on_from_what_the_other_wrote(reader: Reader) -> None:
    """A tab in the background shows the newer words even where its caret is, so that the next letter joins them."""
    reader.visit()
    reader.add_company("Northwind")
    other = reader_in(reader.page.context, reader.home)
    other.visit()
    reader.answer(FIRST, "Bad", "Sam", "one")
    reader.page.evaluate("document.hasFocus = () => false")  # Chromium under test takes every tab for the one in front
    other.answer(FIRST, "Bad", "Sam", "one, two")
    note = reader.question(FIRST).get_by_label("What they said")
    expect(note).to_have_value("one, two")
    note.press("End")
    note.press_sequentially(", three")
    expect(other.question(FIRST).locator("textarea")).to_have_value(re.compile("one, two"))
    assert reader.stored()[f"answer/northwind/{FIRST}/1/note"] == "one, two, three"


@in_both
def test_deleting_everything_reaches_the_other_tabs(reader: Reader) -> None:
    """A tab that is still open does not bring back what was deleted in another."""
    reader.visit()
    reader.add_company("Northwind")
    other = reader_in(reader.page.context, reader.home)
    other.visit("yours/notes/")
    other.page.get_by_role("button", name="Delete everything").click()
    other.page.locator("dialog").get_by_role("button", name="Delete everything").click()
    expect(reader.page.locator(".pb-switch")).to_have_text("My companies")
    reader.page.locator("[data-tick]").first.check()
    assert [path for path in reader.stored() if path.startswith("company/")] == []


CASES = {
    "the later change wins, whichever comes first": """
        const a = new Map([['x', ['old', 1]], ['y', ['mine', 5]]]);
        const b = new Map([['x', ['new', 2]], ['y', ['theirs', 5]]]);
        const [one, other] = [merge(a, b), merge(b, a)];
        return same(one, other) && one.get('x')[0] === 'new' && one.get('y')[0] === 'theirs';""",
    "an edit after a clock that ran ahead still wins": """
        const storage = fake({ 'p:notes': encode(new Map([['x', ['far', 9e12]]])) });
        const store = new Store(new Shelf(storage, 'p:'), { now: () => 5 });
        store.put({ x: 'near' });
        return decode(storage.kept['p:notes']).records.get('x')[0] === 'near';""",
    "a write that another tab overwrote comes back when that tab is heard": """
        const storage = fake();
        const store = new Store(new Shelf(storage, 'p:'), { now: () => 5 });
        store.put({ mine: '1' });
        storage.kept['p:notes'] = encode(new Map([['theirs', ['2', 6]]]));
        store.sync();
        return [...decode(storage.kept['p:notes']).records.keys()].sort().join() === 'mine,theirs';""",
    "an older version is brought up to date step by step, and kept until something changes": """
        const old = JSON.stringify({ format: FORMAT, version: 1, records: { x: ['1', 1] } });
        const storage = fake({ 'p:notes': old });
        const up = (stored) => ({ ...stored, records: { ...stored.records, [`at${stored.version}`]: ['yes', 1] } });
        const store = new Store(new Shelf(storage, 'p:'), { version: 3, migrations: { 1: up, 2: up } });
        const untouched = storage.kept['p:notes'] === old;
        store.put({ y: '2' });
        const now = JSON.parse(storage.kept['p:notes']);
        return untouched && now.version === 3 && Object.keys(now.records).sort().join() === 'at1,at2,x,y';""",
    "a migration that fails leaves everything as it is": """
        const old = JSON.stringify({ format: FORMAT, version: 1, records: {} });
        const storage = fake({ 'p:notes': old });
        const store = new Store(new Shelf(storage, 'p:'), {
          version: 2, migrations: { 1: () => { throw new Error(); } } });
        store.put({ x: '1' });
        return store.trouble === 'damaged' && storage.kept['p:notes'] === old && store.get('x') === '1';""",
    "setting aside in a full storage fails and changes nothing": """
        const storage = Object.assign(fake({ 'p:notes': 'broken' }), { full: true });
        const store = new Store(new Shelf(storage, 'p:'));
        return store.setAside() === false && store.trouble === 'damaged' && storage.kept['p:notes'] === 'broken';""",
    "storage that fills up and has room again": """
        const storage = Object.assign(fake(), { full: true });
        const store = new Store(new Shelf(storage, 'p:'));
        store.put({ x: '1' });
        const full = store.trouble === 'full' && store.unsaved;
        storage.full = false;
        store.put({ y: '2' });
        return full && !store.trouble && !store.unsaved && decode(storage.kept['p:notes']).records.size === 2;""",
    "names that would change every object are only names": """
        const storage = fake();
        const store = new Store(new Shelf(storage, 'p:'));
        store.take(new Map([['__proto__', ['1', 1]], ['constructor/prototype/x', ['2', 1]]]));
        return ({}).x === undefined && new Store(new Shelf(storage, 'p:')).get('__proto__') === '1';""",
    "the same name gives the same company, other names others": """
        const names = ['Northwind', 'northwind ', 'Björn & Co', 'Bjorn Co', '株式会社', '有限会社', '', '-',
          'a'.repeat(99)];
        const ids = names.map(idOf);
        const good = ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
        return good && ids[0] === ids[1] && new Set(ids.slice(1)).size === 8;""",
}


@pytest.mark.parametrize("case", CASES)
def test_the_store_keeps_its_promises(reader: Reader, case: str) -> None:
    """Each promise holds for a store over a storage made for the case."""
    reader.visit()
    reader.page.evaluate(STORE)
    names = "Store, Shelf, merge, same, encode, decode, idOf, FORMAT"
    body = f"const {{ {names} }} = await window.open_store(); {CASES[case]}"
    assert reader.page.evaluate(f"(async () => {{ {body} }})()") is True


def test_random_edits_in_three_tabs_end_alike(reader: Reader) -> None:
    """Whatever the order in which tabs write and hear of each other, they agree in the end and no path is lost."""
    reader.visit()
    reader.page.evaluate(STORE)
    agreed = reader.page.evaluate("""async () => {
      const { Store, Shelf } = await window.open_store();
      let seed = 7, clock = 0;
      const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
      for (let round = 0; round < 60; round++) {
        const storage = window.fake(), written = new Set();
        const tabs = [0, 1, 2].map(() => new Store(new Shelf(storage, 'p:'), { now: () => clock += random(2) }));
        for (let step = 0; step < 40; step++) {
          const path = `k${random(12)}`;
          const tab = tabs[random(3)];
          if (!random(3)) tab.sync();
          else { tab.put({ [path]: `v${step}` }); written.add(path); }
        }
        for (const tab of [...tabs, ...tabs]) tab.sync();
        const all = tabs.map((tab) => JSON.stringify([...tab.snapshot()].sort()));
        if (new Set(all).size !== 1 || tabs[0].list('').length !== written.size) return round;
      }
      return 'agreed';
    }""")
    assert agreed == "agreed"
