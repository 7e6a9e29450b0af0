// What a user gets: the packed tarball, installed into an empty folder, on each Node that is promised. One line a
// step, and how it went in the last.
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "isthmus-acceptance-"));
const newer = "22.23.3";
let passed = 0;
let failed = 0;

function step(name, run) {
  const start = performance.now();
  try {
    run();
    passed += 1;
    console.log(`ok    ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n${String(error.stderr || error.message || error).replace(/^/gm, "      ")}`);
  }
}

function run(command, args, folder) {
  return execFileSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1e8,
  });
}

function demand(holds, message) {
  if (!holds) throw new Error(message);
}

function filesBelow(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    names.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name), "utf8"),
    ]),
  );
}

let tarball = "";
const empty = join(work, "user");
mkdirSync(empty);

step("it builds", () => {
  run("npm", ["run", "build"], root);
});

step("the package is packed, with what belongs to it and nothing else", () => {
  const [{ filename, files }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", work], root),
  );
  tarball = join(work, filename);
  const paths = files.map(({ path }) => path);
  const missing = [
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "dist/index.js",
    "dist/index.d.ts",
    "dist/cli/main.js",
    "schemas/intent.schema.json",
  ].filter((path) => !paths.includes(path));
  const foreign = paths.filter((path) =>
    /\.test\.|^(test|src|bench|examples|scripts|docs)\/|\.tsbuildinfo$|\.map$/.test(path),
  );
  demand(missing.length === 0, `It lacks ${missing.join(", ")}.`);
  demand(foreign.length === 0, `It has ${foreign.join(", ")}.`);
});

step("its manifest is right for every resolver (publint)", () => {
  run(process.execPath, [join(root, "node_modules/publint/src/cli.js"), "run", "--strict", tarball], root);
});

step("it installs into an empty folder", () => {
  writeFileSync(join(empty, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", ["install", "--no-audit", "--no-fund", tarball], empty);
  run(join(empty, "node_modules/.bin/isthmus"), ["--version"], empty);
});

const schemas = join(empty, "node_modules/isthmus/schemas");
const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true });

function demandSchema(name, text) {
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8")));
  demand(
    validate(JSON.parse(text)),
    `It is not as the schema ${name} says: ${ajv.errorsText(validate.errors)}`,
  );
  ajv.removeSchema();
}

const nodes = [
  { name: `Node ${process.versions.node}`, command: [process.execPath] },
  { name: `Node ${newer}`, command: ["npx", "-y", "-p", `node@${newer}`, "--", "node"] },
];

for (const { name, command } of nodes) {
  const [program, ...before] = command;
  const folder = join(empty, name.replace(" ", "-"));
  mkdirSync(folder);
  const node = (...args) => run(program, [...before, ...args], folder);
  const isthmus = (...args) => node(join(empty, "node_modules/isthmus/dist/cli/main.js"), ...args);

  step(`${name}: is what runs`, () => {
    const version = node("--version").trim();
    demand(name === `Node ${version.slice(1)}`, `It is ${version}.`);
  });
  step(`${name}: isthmus init, design`, () => {
    isthmus("init");
    isthmus("design");
    for (const file of ["network.yaml", "network.lock.json", "out/design.json"])
      demand(existsSync(join(folder, file)), `${file} is missing.`);
  });
  step(`${name}: design.json and the lock are as their schemas say`, () => {
    demandSchema("design", readFileSync(join(folder, "out/design.json"), "utf8"));
    demandSchema("lock", readFileSync(join(folder, "network.lock.json"), "utf8"));
  });
  step(`${name}: a second design changes no byte`, () => {
    const first = filesBelow(folder);
    isthmus("design", "--frozen-lock");
    const second = filesBelow(folder);
    const changed = [...new Set([...first.keys(), ...second.keys()])].filter(
      (path) => first.get(path) !== second.get(path),
    );
    demand(changed.length === 0, `It changed ${changed.join(", ")}.`);
  });
  step(`${name}: isthmus check, explain, addresses`, () => {
    demandSchema("diagnostics", isthmus("check", "--format", "json"));
    demandSchema("decision", isthmus("explain", "hub", "orders", "--format", "json"));
    demandSchema("addresses", isthmus("addresses", "--format", "json"));
  });
  step(`${name}: import("isthmus") designs too`, () => {
    writeFileSync(
      join(folder, "use.mjs"),
      `import { readFileSync } from "node:fs";
import { design, readDocument } from "isthmus";
const { design: made } = design(readDocument("network.yaml", readFileSync("network.yaml", "utf8")), { reconsider: false });
console.log(made.decisions.length);
`,
    );
    demand(node("use.mjs").trim() === "3", "It does not decide on the three connections of the starter.");
  });
}

step("both Nodes write the same bytes", () => {
  const [one, other] = nodes.map(({ name }) => {
    const folder = join(empty, name.replace(" ", "-"));
    return [...filesBelow(folder)].map(([path, text]) => [path.slice(folder.length), text]);
  });
  demand(JSON.stringify(one) === JSON.stringify(other), "They differ.");
});

step("its types resolve, and refuse what is wrong", () => {
  const source = (path) => `import { type Design, design, readDocument } from "isthmus";

const { design: made } = design(readDocument("network.yaml", "name: x"), { reconsider: false });
const name: string | undefined = made?.${path};
export const found: [Design | undefined, string | undefined] = [made, name];
`;
  writeFileSync(join(empty, "right.ts"), source("intent.name"));
  writeFileSync(join(empty, "wrong.ts"), source("intent.nam"));
  const tsc = [
    join(root, "node_modules/typescript/bin/tsc"),
    "--noEmit",
    "--strict",
    "--target",
    "es2023",
    "--module",
    "nodenext",
    "--types",
    "",
  ];
  const check = (file) => spawnSync(process.execPath, [...tsc, file], { cwd: empty, encoding: "utf8" });
  const right = check("right.ts");
  demand(right.status === 0, right.stdout);
  demand(
    /wrong\.ts.*TS2551|wrong\.ts.*TS2339/.test(check("wrong.ts").stdout),
    "A misspelt property is no error.",
  );
});

rmSync(work, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
