// What is folded opens when a link points into it, also where the browser does not do so by itself.

export function start() {
  open();
}

window.addEventListener("hashchange", open);

function open() {
  const target = document.getElementById(location.hash.slice(1));
  const folded = [];
  for (let at = target?.closest("details"); at; at = at.parentElement.closest("details")) if (!at.open) folded.push(at);
  for (const one of folded) one.open = true;
  if (folded.length) target.scrollIntoView();
}
