// Cards that move by a finger: press for a moment, then drag; a quick swipe still scrolls.

const HOLD = 350;

/** Let cards of a board be dragged by touch; `drop` gets the id of the card and the column. */
export function dragByTouch(board, drop) {
  board.addEventListener("touchstart", (event) => begin(event, drop), { passive: true });
}

function begin(event, drop) {
  const card = event.target.closest("[data-card]");
  if (!card || event.touches.length > 1 || event.target.closest("select, a")) return;
  const { clientX, clientY } = event.touches[0];
  let held = false;
  let over = null;
  const timer = setTimeout(() => {
    held = true;
    card.classList.add("pb-held");
  }, HOLD);
  const mark = (column) => {
    over?.classList.remove("pb-over");
    over = column;
    over?.classList.add("pb-over");
  };
  const follow = (moved) => {
    const { clientX: x, clientY: y } = moved.touches[0];
    if (!held) {
      if (Math.hypot(x - clientX, y - clientY) > 10) end();
      return;
    }
    moved.preventDefault();
    card.style.translate = `${x - clientX}px ${y - clientY}px`;
    mark(document.elementsFromPoint(x, y).find((one) => one.matches("[data-column]")) ?? null);
  };
  const end = (ended) => {
    clearTimeout(timer);
    card.classList.remove("pb-held");
    card.style.translate = "";
    card.removeEventListener("touchmove", follow);
    for (const kind of ["touchend", "touchcancel"]) card.removeEventListener(kind, end);
    const column = over;
    mark(null);
    if (!held) return;
    ended?.preventDefault();
    if (column && ended?.type === "touchend") drop(card.dataset.card, column);
  };
  card.addEventListener("touchmove", follow, { passive: false });
  for (const kind of ["touchend", "touchcancel"]) card.addEventListener(kind, end);
}
