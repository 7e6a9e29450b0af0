import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runClient } from "./sstp-client.ts";
import { runServer } from "./sstp-server.ts";
import { parseSettings } from "./sstp-settings.ts";
import { keepState } from "./sstp-state.ts";

/**
 * A program of a lab: one end of an SSTP tunnel, started in its own folder with the TUN as its third file. Its certificate
 * and key are linked there, as those of a charon are.
 */
const settings = parseSettings(readFileSync("sstp.json", "utf8"));
const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");
const name = settings.role;
const credentials = {
  certificate: read("x509", `${name}.crt`),
  key: read("private", `${name}.key`),
  root: read("x509ca", "ca.crt"),
};
const state = keepState();
if (settings.role === "server") runServer(settings, credentials, state);
else runClient(settings, credentials, state);
