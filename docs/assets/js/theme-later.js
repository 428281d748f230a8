// The theme's script, half of a page's weight, waits for what it is for: search, menu, mouse, keys, the way back up.
// The search index, larger still, waits for the search.
{
  const { themeSrc } = document.currentScript.dataset;
  const { open, send } = XMLHttpRequest.prototype;
  let search;
  const searching = new Promise((resolve) => (search = resolve));
  let asked = false;
  let unheard;
  let height = 0;

  XMLHttpRequest.prototype.open = function (...how) {
    if (/search_index\.json$/.test(how[1])) this.send = () => searching.then(() => send.call(this));
    open.apply(this, how);
  };

  const fetchTheme = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.onload = () => {
      document$.next(document); // as at the end of loading
      document.dispatchEvent(new Event("theme"));
      unheard?.target.dispatchEvent(new KeyboardEvent("keydown", unheard));
    };
    script.onerror = () => (asked = unheard = null);
    script.src = themeSrc;
    document.head.append(script);
  };

  const turn = () => {
    search();
    fetchTheme();
  };

  const need = (event) => {
    const { target, type, pointerType } = event;
    const inside = (selector) => target.closest?.(selector);
    if (type === "keydown" && !inside(":read-write")) unheard = event;
    if (inside(".md-search")) turn();
    else if (type === "click") inside(".md-header__button[for=__search]") && document.forms.search?.query.focus();
    else if (unheard || pointerType === "mouse" || inside("[for=__drawer]")) fetchTheme();
  };

  if (/[?&][hq]=/.test(location.search)) turn();
  for (const event of ["focusin", "pointerover", "keydown", "click"]) document.addEventListener(event, need);
  document.addEventListener("scroll", () => {
    if (scrollY < height) fetchTheme();
    height = scrollY;
  });
}
