import { secret } from "./planted.ts";

/** Files that nobody can read whole, each with a key where the mistake is. */
export function brokenFiles(): Readonly<Record<string, string>> {
  const key = secret("broken");
  const yaml = [
    `"${key}`,
    `${key}: x`,
    `@${key}`,
    `*${key}`,
    `!${key} x`,
    `[${key}`,
    `\n      ${key}`,
    `${key}\n     ${key}`,
    `>${key}`,
    `- ${key}`,
    `'${key}' '${key}'`,
    `"\\${key}"`,
  ].map(
    (written) => `formatVersion: 1\nresources:\n  - name: a\n    properties:\n      sharedKey: ${written}\n`,
  );
  const glued = `formatVersion: 1\nresources:\n  - name: a\n    properties:\n      sharedKey:${key}\n      x: 1\n`;
  const json = [
    `"sharedKey": "${key}`,
    `"sharedKey": ${key}`,
    `"sharedKey": '${key}'`,
    `"sharedKey" "${key}"`,
    `"sharedKey": "\\${key}"`,
    `"sharedKey": [${key}]`,
    `"sharedKey": "${key}"; "x": 1`,
    `"pre_shared_key": #${key}`,
  ].map(
    (written) =>
      `{\n"formatVersion": 1,\n"resources": [{ "name": "a", "properties": {\n${written}\n} }]\n}\n`,
  );
  return {
    ...Object.fromEntries([...yaml, glued].map((text, index) => [`${index}.estate.yaml`, text])),
    ...Object.fromEntries(json.map((text, index) => [`${index}.estate.json`, text])),
    "parameters.json": `{ "parameters": { "a": { "value": ${key} } } }`,
    "state.json": `{ "format_version": "1.2", "values": { "root_module": { "shared_key": ${key} } } }`,
    "terraform.tfstate": JSON.stringify({
      version: 4,
      terraform_version: "1.9.8",
      lineage: "1",
      outputs: { key: { value: key, sensitive: true } },
    }),
    "answer.json": JSON.stringify({ value: key }),
    "text.json": JSON.stringify(key),
    "text.yaml": key,
    "network.yaml": `name: x
virtualNetworks:
  hub: { sharedKey: ${key}, size: /22 }
sites:
  office: { sharedKey: ${key}, presharedKey: [${key}] }
p2sUsers:
  staff: { count: 3, radiusServerSecret: ${key}, authentication: { radius: { secret: ${key} } } }
connections:
  - between: [hub, office]
    sharedKey: ${key}
    needs: sharedKey:${key}
`,
  };
}
