// The search index, the largest file of all, waits until somebody turns to the search or comes from it.
{
  const { open, send } = XMLHttpRequest.prototype;
  const large = new WeakSet();
  const address = new URLSearchParams(location.search);
  let wanted = address.has("h") || address.has("q");
  let waiting = [];

  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (String(url).endsWith("/search/search_index.json")) large.add(this);
    return open.call(this, method, url, ...rest);
  };

  XMLHttpRequest.prototype.send = function (body) {
    if (wanted || !large.has(this)) return send.call(this, body);
    waiting.push(() => this.readyState === XMLHttpRequest.OPENED && send.call(this, body));
  };

  const turn = ({ target }) => {
    if (!target.closest?.(".md-search, [for=__search]")) return;
    wanted = true;
    for (const go of waiting) go();
    waiting = [];
  };
  for (const event of ["focusin", "pointerover"]) document.addEventListener(event, turn);
}
