import type { LabPlan } from "../lab-plan.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";

/**
 * Takes links of the topology down, or up again: the wires that carry them, and the devices of the programs that do. An
 * interface that comes up has lost the routes over it, which it gets again; what routers keep they see to themselves.
 */
export async function setLinks(
  holder: Holder,
  plan: LabPlan,
  links: ReadonlySet<string>,
  state: "up" | "down",
): Promise<void> {
  const devices = new Map<string, string[]>();
  for (const { namespace, device } of devicesOf(plan, links))
    devices.set(namespace, [...(devices.get(namespace) ?? []), device]);

  await Promise.all(
    [...devices].map(async ([namespace, names]) => {
      const lines = plan.namespaces.find(({ name }) => name === namespace)?.ip ?? [];
      const lost = lines.filter(
        (line) => line.startsWith("route add") && line.split(" ").some((word) => names.includes(word)),
      );
      const batch = [
        ...names.map((device) => `link set ${device} ${state}`),
        ...(state === "up" ? lost : []),
      ];
      const { code, stderr } = await runInLab(holder, ["ip", "-n", namespace, "-batch", "-"], {
        input: `${batch.join("\n")}\n`,
      });
      if (code !== 0)
        throw new LabError(`A link does not go ${state}: ${stderr.trim()}`, "Run `isthmus lab status`.");
    }),
  );
}

function devicesOf(plan: LabPlan, links: ReadonlySet<string>) {
  const wires = plan.links
    .filter(({ link }) => link !== undefined && links.has(link))
    .flatMap(({ ends }) => ends);
  const tunnels = plan.daemons.flatMap(({ about, namespace, makesDevice }) =>
    makesDevice !== undefined && about.some((link) => links.has(link))
      ? [{ namespace, device: makesDevice }]
      : [],
  );
  return [...wires, ...tunnels];
}
