import { join } from "node:path";
import { expect, it } from "vitest";
import { withoutSecrets } from "../../src/cli/check/without-secrets.ts";
import { brokenFiles } from "./broken.ts";
import { plantedInputs } from "./inputs.ts";
import { leaksIn, secret } from "./planted.ts";
import { folderOf, isthmus, writtenIn } from "./run.ts";
import { template } from "./templates.ts";

const inputs = plantedInputs("before");
const others = plantedInputs("after");

const FORMATS = ["text", "json", "sarif", "github", "junit"];

it("a secret that is shown is found by a piece of it", () => {
  expect(leaksIn(`before ${secret("shown").slice(20, 32)} after`)).toHaveLength(1);
  expect(leaksIn("nothing that is secret")).toEqual([]);
});

/** Read by the same code as another one: what they leave in the estate shows in these. */
const LIKE_OTHERS = new Set([
  "an estate in JSON",
  "a design",
  "an export by az resource",
  "a page of the REST API",
  "Resource Graph",
  "a Terraform state",
]);

// Each runs up to thirty commands, the report and the lab's plan among them.
it.each(Object.keys(inputs))("%s leaves no secret in any answer or file", async (name) => {
  const [before, after] = [inputs[name], others[name]];
  if (!before || !after) throw new Error(name);
  const [folder, other, out] = [folderOf(before.files), folderOf(after.files), folderOf({})];
  const input = join(folder, before.input);
  const flags = before.flags ?? [];
  const always = [
    ["check", input, ...flags, "--format", "json"],
    ["diff", input, join(other, after.input), "--format", "json"],
    ["export", "report", input, "--out", join(out, "report")],
    ["export", "containerlab", input, "--out", join(out, "containerlab")],
  ];
  const more: (readonly string[])[] = [
    ...FORMATS.map((format) => ["check", input, ...flags, "--format", format]),
    ["check", input, ...flags, "--baseline", join(out, "isthmus.baseline.json"), "--update-baseline"],
    ["check", input, ...flags, "--fix", "--dry-run"],
    ...["text", "json"].flatMap((format) => [
      ["routes", input, ...flags, "--format", format],
      ["routes", input, "hub/app", ...flags, "--format", format],
      ["trace", input, "hub/app", "far/app", ...flags, "--format", format],
      ["reach", input, ...flags, "--format", format],
      ["survive", input, "--format", format],
      ["price", input, "--format", format],
    ]),
    ["diff", input, join(other, after.input)],
    ["diff", input, join(other, after.input), "--format", "markdown"],
    ["addresses", input],
    ["export", "map", input, "--out", join(out, "map")],
    ["export", "c9s", input, "--image", "some/image", "--out", join(out, "c9s")],
    ["export", "device-config", input, "office/office", "--for", "strongswan", "--out", join(out, "device")],
    ["export", "vpn-client", input, "hub-vpn", "--out", join(out, "client")],
  ];

  for (const args of [...always, ...(LIKE_OTHERS.has(name) ? [] : more)]) {
    const { text, code } = await isthmus(...args);

    expect(leaksIn(text), args.join(" ")).toEqual([]);
    expect(text).not.toContain("a mistake in Isthmus");
    expect([0, 1, 2, -4], `${args.join(" ")}: ${text}`).toContain(code);
  }
  expect(writtenIn(out)).toContain("report.html");
  expect(leaksIn(writtenIn(out))).toEqual([]);
});

it("a mistake beside a secret is told without it", async () => {
  const files = brokenFiles();
  const folder = folderOf(files);

  for (const file of Object.keys(files))
    for (const args of [["check"], ["check", "--from", "estate"], ["reach"], ["design"]]) {
      const { text } = await isthmus(...args, join(folder, file));
      expect(leaksIn(text), `${args.join(" ")} ${file}`).toEqual([]);
    }
});

it("a value on the command line that names no parameter is not shown", async () => {
  const folder = folderOf({ "main.json": template([]) });

  for (const written of [`my-key=${secret("misspelt")}`, `key:${secret("misspelt")}`, secret("misspelt")]) {
    const { text } = await isthmus("check", join(folder, "main.json"), "--parameters", written);

    expect(text).toContain("is neither name=value nor the name of a file");
    expect(leaksIn(text)).toEqual([]);
  }
});

it("a text that is shown in part keeps its lines, and says where a secret is taken from", () => {
  const text = template(
    [{ type: "Microsoft.Network/connections", name: "a", properties: { sharedKey: "[parameters('key')]" } }],
    {
      parameters: {
        key: {
          type: "secureString",
          defaultValue: secret("a default"),
          allowedValues: [secret("an allowed one")],
        },
        vpnSharedKey: { type: "string", defaultValue: secret("a default of a name") },
      },
      variables: { psk: secret("a variable") },
    },
  );
  const yaml = `a:\n  sharedKey: >\n    ${secret("folded")}\n    more\n  b: 1\n`;

  for (const [file, whole] of [
    ["main.json", text],
    ["x.estate.yaml", yaml],
  ] as const) {
    const shown = withoutSecrets(file, whole);
    expect(leaksIn(shown)).toEqual([]);
    expect(shown.split("\n")).toHaveLength(whole.split("\n").length);
  }
  expect(withoutSecrets("main.json", text)).toContain("[parameters('key')]");
});

it("what a fix would change is shown without the secrets around it", async () => {
  const file = {
    formatVersion: 1,
    resources: [
      {
        type: "Microsoft.Network/virtualNetworks",
        name: "hub",
        properties: {
          adminPassword: secret("beside a fix"),
          addressSpace: { addressPrefixes: ["10.0.0.1/16"] },
          subnets: [{ name: "app", properties: { addressPrefix: "10.0.1.7/24" } }],
        },
      },
    ],
  };
  const folder = folderOf({ "net.estate.json": JSON.stringify(file, undefined, 2) });

  const { text } = await isthmus("check", join(folder, "net.estate.json"), "--fix", "--dry-run");

  expect(text).toContain('"adminPassword": "(secret)"');
  expect(leaksIn(text)).toEqual([]);
});
