// Which changed rules of the prediction a lab catches: `npm run mutants`. With `-- --record SEED…` the labs run first
// and are written down anew; without seeds those that are there already.
import { startMutantBuilder } from "../test/mutants/build-mutant.ts";
import { mutants } from "../test/mutants/mutants.ts";
import { record } from "../test/mutants/record.ts";
import { readCaught, recordedCases, writeCaught } from "../test/mutants/recorded.ts";
import { runMutant } from "../test/mutants/run-mutant.ts";
import { holes, unseen } from "../test/mutants/survivors.ts";

const args = process.argv.slice(2);
if (args.includes("--record")) {
  const named = args
    .filter((name) => !name.startsWith("--"))
    .map((name) => (Number(name) > 0 ? `seed-${name}` : name));
  const names = named.length > 0 ? named : recordedCases().map(({ recording }) => recording.name);
  await record(names, (line) => console.log(line));
}

const cases = recordedCases();
const before = readCaught();
const caught = {};
let open = 0;
const builder = await startMutantBuilder(mutants);
for (const mutant of mutants) {
  const { rule, file } = mutant;
  const isLikely = ({ recording }) => recording.name === before[rule];
  const found = runMutant(await builder.build(mutant), mutant, [
    ...cases.filter(isLikely),
    ...cases.filter((one) => !isLikely(one)),
  ]);
  if (found) caught[rule] = found.name;
  if (!found && unseen[rule] === undefined && holes[rule] === undefined) open += 1;
  console.log([found ? found.name : survival(rule), file, rule, found?.by ?? ""].join("\t").trimEnd());
}
await builder.stop();
writeCaught(caught);
console.log(
  `${mutants.length} mutants, ${Object.keys(caught).length} caught, ${Object.keys(holes).length} not yet, ${open} survived`,
);
process.exitCode = open === 0 ? 0 : 1;

function survival(rule) {
  if (unseen[rule] !== undefined) return `cannot be seen: ${unseen[rule]}`;
  return holes[rule] === undefined ? "SURVIVED" : `not yet seen: ${holes[rule]}`;
}
