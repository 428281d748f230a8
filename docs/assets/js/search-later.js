// The search index is the largest file of the site, and most readers of a page never search. The theme asks for it at
// once; here its request waits until somebody turns to the search, or comes from a search and wants words marked.
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
