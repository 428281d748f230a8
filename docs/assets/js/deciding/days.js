// Days as text, 2027-03-26, and as whole numbers since 1970.

const LENGTH = 86400000;

/** Return the number of a day; null for nothing and for what is no day. */
export function dayOf(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(time)) return null;
  return textOf(time / LENGTH) === text && text >= "0001" ? time / LENGTH : null;
}

export function textOf(day) {
  return new Date(day * LENGTH).toISOString().slice(0, 10);
}
