// What decides between offers, in sentences, as plan/deciding/saying.py makes them; the words come from there.

const MONTHS = 48;

export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function money(amount) {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Return what to say of a comparison, the nearest rival first; `names` are those of the companies by id. */
export function sayComparison({ leader, against }, names, { stay }, words) {
  if (!leader) return [words.none];
  if (!against.length) return [fill(words.one, { leader: names[leader] })];
  return against.flatMap((one) => {
    const other = names[one.other];
    const reasons = [...stays(one, words), ...shares(one, other, words)].join(words.or);
    const kept = stay < MONTHS ? fill(words.kept, { months: stay }) : "";
    const said = { leader: names[leader], other, gap: money(one.gap), kept, reasons };
    const first = fill(one.equal ? words.equal : words.leads, said);
    if (reasons) return [first, fill(one.equal ? words["to-the-unit"] : words.unless, said)];
    return one.equal ? [first] : [first, fill(words.always, said)];
  });
}

function stays({ stretches, other }, words) {
  return stretches
    .filter(({ ahead }) => ahead === other)
    .map(({ first, last }) => {
      if (last === MONTHS) return fill(words["stay-from"], { first });
      if (first === 1) return fill(words["stay-within"], { last });
      return fill(words[first === last ? "stay-one" : "stay-range"], { first, last });
    });
}

function shares(one, other, words) {
  const all = {
    "leader-shares": one.leaderShares,
    "other-shares": one.otherShares,
    "both-below": one.bothBelow,
    "both-above": one.bothAbove,
  };
  return Object.entries(all)
    .filter(([, percent]) => percent !== null)
    .map(([name, percent]) => fill(words[name], { percent, other }));
}
