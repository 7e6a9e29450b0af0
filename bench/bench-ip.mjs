// `node --import tsx bench/bench-ip.mjs`: the fast implementations of `src/ip` against their slow twins.
import { contests } from "./ip-contests.ts";
import { mediansOf } from "./median.mjs";
import { milliseconds, printTable, ratio } from "./print-table.mjs";

const ROUNDS = 9;

const rows = contests.map(({ name, fast, slow }) => {
  if (fast() !== slow()) throw new Error(`${name}: the two disagree`);

  const repeats = 20;
  const [quick, plain] = mediansOf([() => repeat(fast, repeats), slow], ROUNDS);
  return [name, milliseconds(quick / repeats), milliseconds(plain), ratio(plain / (quick / repeats))];
});
printTable("Addresses, against their slow twins", ["question", "src/ip", "twin", "faster by"], rows);

/** The fast one alone is below what the clock can tell. */
function repeat(run, times) {
  for (let time = 0; time < times; time++) run();
}
