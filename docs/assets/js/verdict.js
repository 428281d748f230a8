// What the answers say about a red flag: one bad answer is a question to ask again, the same from two is a pattern.

export const VERDICTS = {
  pattern: "Pattern",
  again: "Ask again",
  unclear: "Unclear",
  good: "Good so far",
  away: "Does not apply",
  unasked: "Unasked",
};

/** Return a key of VERDICTS; an answer without a name counts as one person's, however often. */
export function verdict(answers) {
  const marked = (mark) => answers.filter((one) => one.mark === mark);
  const people = new Set(marked("bad").map((one) => one.who.trim().toLowerCase()));
  if (people.size > 1) return "pattern";
  if (people.size === 1) return "again";
  if (marked("mixed").length) return "unclear";
  if (marked("good").length) return "good";
  return marked("does-not-apply").length ? "away" : "unasked";
}
