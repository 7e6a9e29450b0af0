import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Pairs of endpoints that reach each other both ways, as `from * count + to`, or why there is no answer. */
export function askZ3(facts) {
  const { destinations, places } = facts;
  const [place, end] = [bits(places), bits(destinations)];
  const text = [
    "(set-option :fp.engine datalog)",
    "(set-option :fp.datalog.default_relation doc)",
    `(declare-rel edge (${place.sort} ${end.sort} ${place.sort}))`,
    `(declare-rel delivers (${place.sort} ${end.sort}))`,
    `(declare-rel begins (${end.sort} ${place.sort}))`,
    `(declare-rel reaches (${place.sort} ${end.sort}))`,
    `(declare-rel both (${end.sort} ${end.sort}))`,
    `(declare-var p ${place.sort}) (declare-var q ${place.sort})`,
    `(declare-var s ${end.sort}) (declare-var d ${end.sort})`,
    "(rule (=> (delivers p d) (reaches p d)))",
    "(rule (=> (and (edge p d q) (reaches q d)) (reaches p d)))",
    "(rule (=> (and (begins s p) (reaches p d) (begins d q) (reaches q s)) (both s d)))",
    ...facts.edges.map(([p, d, q]) => `(rule (edge ${place.of(p)} ${end.of(d)} ${place.of(q)}))`),
    ...facts.delivers.map(([p, d]) => `(rule (delivers ${place.of(p)} ${end.of(d)}))`),
    ...facts.begins.map((p, s) => `(rule (begins ${end.of(s)} ${place.of(p)}))`),
    "(query both :print-answer true)",
  ];
  return run("z3", ["-smt2"], text.join("\n"), "facts.smt2", (printed) => readAnswer(printed, destinations));
}

function bits(count) {
  const width = Math.max(1, Math.ceil(Math.log2(count)));
  return {
    sort: `(_ BitVec ${width})`,
    of: (value) => `#b${value.toString(2).padStart(width, "0")}`,
  };
}

/** `(or (and (= (:var 0) #x01) (= (:var 1) #x02)) …)` */
function readAnswer(printed, count) {
  const pairs = new Set();
  for (const [, clause = ""] of printed.matchAll(/\(and((?:\s*\(= \(:var \d+\) #[xb][0-9a-f]+\))+)\s*\)/g)) {
    const values = [];
    for (const [, index, base, digits] of clause.matchAll(/:var (\d+)\) #([xb])([0-9a-f]+)/g))
      values[Number(index)] = Number.parseInt(digits, base === "x" ? 16 : 2);
    pairs.add(values[0] * count + values[1]);
  }
  return pairs;
}

/** The longest match is made by the query, as ours has to make it. */
export function askSqlite({ routes, addresses, begins, homes, destinations }) {
  const text = [
    "CREATE TABLE route(p INT, first INT, last INT, q INT); CREATE TABLE endpoint(d INT, address INT, p INT);",
    "CREATE TABLE home(d INT, q INT); BEGIN;",
    ...insert("route", routes),
    ...insert(
      "endpoint",
      addresses.map((address, d) => [d, address, begins[d]]),
    ),
    ...insert("home", homes),
    `COMMIT; CREATE INDEX byAddress ON endpoint(address); CREATE INDEX byPlace ON endpoint(p);
     CREATE TABLE edge AS SELECT p, d, q FROM (
       SELECT route.p, endpoint.d, route.q, last - first AS size,
              min(last - first) OVER (PARTITION BY route.p, endpoint.d) AS longest
         FROM route JOIN endpoint ON endpoint.address BETWEEN first AND last
     ) WHERE size = longest AND q >= 0;
     CREATE INDEX byNext ON edge(q, d);
     CREATE TABLE pairs(s INT, d INT, PRIMARY KEY(s, d)) WITHOUT ROWID;
     INSERT INTO pairs WITH RECURSIVE reaches(p, d) AS (
       SELECT q, d FROM home UNION SELECT edge.p, edge.d FROM reaches JOIN edge ON edge.q = reaches.p AND edge.d = reaches.d
     ) SELECT endpoint.d, reaches.d FROM reaches JOIN endpoint USING (p);`,
    `SELECT a.s * ${destinations} + a.d FROM pairs a JOIN pairs b ON b.s = a.d AND b.d = a.s;`,
  ];
  return run("sqlite3", [":memory:"], text.join("\n"), undefined, readNumbers);
}

function insert(table, rows) {
  return rows.map((row) => `INSERT INTO ${table} VALUES(${row.join(",")});`);
}

function readNumbers(printed) {
  return new Set(printed.trim().split("\n").map(Number));
}

/** Of processor time; who needs more gets no further. */
const mostSeconds = 120;

/** Processor seconds of the program itself, reading its facts included. */
function run(program, args, text, file, read) {
  if (spawnSync(program, ["--version"]).error) return { missing: `${program} is not installed` };

  const folder = mkdtempSync(join(tmpdir(), "reach-"));
  const path = join(folder, file ?? "facts.sql");
  writeFileSync(path, text);
  const command = `${program} ${args.join(" ")} ${file ? path : `< ${path}`} > ${folder}/out`;
  const { stdout } = spawnSync(
    "bash",
    ["-c", `(ulimit -t ${mostSeconds}; ${command}) 2> /dev/null; echo $?; times`],
    { encoding: "utf8" },
  );
  const [status, , spent = ""] = stdout.trim().split("\n");
  const printed = readFileSync(join(folder, "out"), "utf8");
  rmSync(folder, { recursive: true });
  if (status !== "0") return { missing: `over ${mostSeconds} s` };

  const seconds = [...spent.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  return { seconds, pairs: read(printed) };
}
