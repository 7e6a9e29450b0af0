import { idOf, network, SCOPE, type WrittenResource } from "./network.ts";
import { secret } from "./planted.ts";
import type { PlantedInput } from "./planted-input.ts";
import { parameterTemplate, template } from "./templates.ts";
import { terraform } from "./terraform.ts";

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

function exported({ type, name, ...more }: WrittenResource) {
  return { id: idOf(type, name), name: name.split("/").at(-1), type, ...more };
}

/** As `az network … show` has it. */
function lifted(resource: WrittenResource) {
  const { properties, ...more } = exported(resource);
  return { ...more, ...properties };
}

function estate(resources: readonly WrittenResource[]) {
  return {
    formatVersion: 1,
    scope: SCOPE,
    resources: [...resources],
    sites: [{ name: "office", addressPrefixes: ["192.168.0.0/24"] }],
    observed: [
      {
        resource: idOf("Microsoft.Network/connections", "to-office"),
        name: "sharedKey",
        value: secret("seen"),
      },
      {
        resource: idOf("Microsoft.Network/connections", "to-office"),
        name: "settings",
        value: { sharedKey: secret("seen inside") },
      },
    ],
  };
}

function one(input: string, text: string): PlantedInput {
  return { input, files: { [input]: text } };
}

/** Every format, with keys of this stem. */
export function plantedInputs(stem: string): Readonly<Record<string, PlantedInput>> {
  const all = network(stem);
  return {
    "an estate in YAML": one("net.estate.yaml", json(estate(all))),
    "an estate in JSON": one("net.estate.json", json(estate(all))),
    "a design": one("design.json", json({ format: "isthmus/design", version: 1, estate: estate(all) })),
    "an export by az list": one("net.json", json(all.map(lifted))),
    "an export by az resource": one("net.json", json(all.map(exported))),
    "a page of the REST API": one("net.json", json({ value: all.map(exported) })),
    "Resource Graph": one("net.json", json({ data: all.map(exported) })),
    PowerShell: one(
      "net.json",
      json(
        all
          .map(exported)
          .map(({ id, properties, ...more }) => ({ ResourceId: id, ...more, Properties: properties })),
      ),
    ),
    "a template": one("main.json", template(all)),
    "a template with parameters": parameterTemplate(stem),
    "a Terraform plan": one("plan.json", terraform(stem, true)),
    "a Terraform state": one("state.json", terraform(stem, false)),
  };
}
