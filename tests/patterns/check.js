// Reads {id: {code, cases}} and prints what came out wrong, a line each.

const patterns = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const linked = (values) => values.reduceRight((after, value) => ({ value, after }), null);
const listed = (node) => (node ? [node.value, ...listed(node.after)] : []);

for (const [id, { code, cases }] of Object.entries(patterns)) {
  const name = [...code.matchAll(/^function (\w+)/gm)].at(-1)[1];
  const run = new Function(`${code}; return ${name};`)();
  for (const { given, expect } of cases) {
    const list = id === "linked-list-edits";
    const came = list ? listed(run(linked(given[0]))) : run(...given);
    if (JSON.stringify(came) !== JSON.stringify(expect)) console.log(`${id}: ${JSON.stringify(given)} gave ${JSON.stringify(came)}`);
  }
}
