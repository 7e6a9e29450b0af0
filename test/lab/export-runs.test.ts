import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { compareWithPrediction } from "../../src/lab/compare-with-prediction.ts";
import { containerlabFiles } from "../../src/lab/export/containerlab-files.ts";
import { nodeNames } from "../../src/lab/export/node-names.ts";
import { keyFrom } from "../../src/lab/lab-keys.ts";
import { startHolder, stopHolder } from "../../src/lab/run/holder.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { createTracer, solveSessions } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf } from "../scenarios/scenario.ts";
import { exportedOf } from "./exported.ts";
import { differences, planOf, told, whyNoLab } from "./lab-of.ts";
import { playExport } from "./play-export.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;
const SLUG = "clients-and-tunnels";

it.skipIf(why)(
  "what is exported to containerlab does as predicted where its scripts run",
  { timeout: GENEROUS },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "isthmus-export-"));
    const holder = await startHolder();
    try {
      for (const [name, text] of containerlabFiles(exportedOf(SLUG))) {
        mkdirSync(join(folder, dirname(name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      const made = spawnSync("sh", ["make-secrets.sh"], { cwd: folder, encoding: "utf8" });
      const seed = readFileSync(join(folder, "secrets/seed"), "utf8");
      const again = spawnSync("sh", ["make-secrets.sh"], { cwd: folder, encoding: "utf8" });

      const { stdout, stderr } = await playExport(
        holder,
        folder,
        `${SLUG}.clab.yml`,
        "grep -hs secret /run/isthmus/daemons/*/swanctl.conf || true",
      );
      const { hosts, namespaces } = planOf(SLUG);
      const names = nodeNames(namespaces.map(({ name }) => name));
      const topology = buildTopology(indexEstate(estateOf(SLUG)));
      const situation = { down: new Set<string>() };
      const compared = await compareWithPrediction(
        holder,
        hosts.map((host) => ({ ...host, namespace: names.get(host.namespace) ?? "" })),
        createTracer(topology, solveSessions(topology, situation), situation),
      );

      expect([made.status, again.status, statSync(join(folder, "secrets/seed")).mode & 0o077]).toEqual([
        0, 0, 0,
      ]);
      expect(readFileSync(join(folder, "secrets/seed"), "utf8")).toBe(seed);
      expect(stderr).toBe("");
      // Each key is at both ends, and is what a lab of this machine would make of that seed.
      const keys = [...stdout.matchAll(/secret = "(\w+)"/g)].map(([, key]) => key);
      const links = [...topology.links.values()]
        .filter(({ medium }) => medium === "ipsec")
        .map(({ id }) => id);
      expect(new Set(keys)).toEqual(new Set(links.map((id) => keyFrom(seed, id))));
      expect(keys).toHaveLength(2 * links.length);
      expect(differences(compared)).toEqual([]);
      expect(told(compared, { topology })).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^staff -> v1/),
          expect.stringMatching(/^v1\/web -> v2/),
        ]),
      );
    } finally {
      await stopHolder(holder);
      rmSync(folder, { recursive: true });
    }
  },
);
