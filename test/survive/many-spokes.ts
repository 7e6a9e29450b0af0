import { design } from "../../src/design.ts";
import type { Estate } from "../../src/model/estate.ts";
import { readDocument } from "../../src/source/index.ts";

/** A hub with a site and users, and spokes that nothing tells apart but their names and addresses. */
export function manySpokes(count: number): Estate {
  const names = Array.from({ length: count }, (_, index) => `spoke-${index}`);
  const text = `name: many
defaults: { region: westeurope }
addressSpace: 10.0.0.0/8
virtualNetworks:
  hub: { role: hub, size: /20, subnets: { shared: /24 } }
${names.map((name) => `  ${name}: { size: /22, subnets: { web: /24, data: /24 } }`).join("\n")}
sites:
  amsterdam: { addressSpace: [192.168.0.0/17], vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
connections:
  - between: [hub, [${names.join(", ")}]]
  - between: [amsterdam, [hub, ${names.join(", ")}]]
`;
  const { design: found } = design(readDocument("network.yaml", text), { reconsider: false });
  if (!found) throw new Error("The intent is no design.");
  return found.estate;
}
