import { reservedAddressesPerSubnet } from "../../azure/virtual-network-limits.ts";
import { type Design, design as designFrom } from "../../design.ts";
import { addressCount, createAllocator, formatPrefix, freeBlocks, type Prefix } from "../../ip/index.ts";
import type { NetworkPlan } from "../../model/address-plan.ts";
import { columns } from "../columns.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { formatFindings, hasError, placeFindings } from "../format-findings.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { loadInput } from "../load-intent.ts";
import { paintFor, type Style, styleFor } from "../paint.ts";
import { UserError } from "../user-error.ts";

export interface AddressesFlags {
  readonly next?: number;
  readonly in?: string;
  readonly format: "text" | "json";
}

/** The address plan, what is free in it, and with `--next` the next free range of a size. */
export function addresses(this: Context, flags: AddressesFlags, input: string = DEFAULT_INPUT): void {
  const { stdout, stderr } = this.process;
  const { document, lock, shown } = loadInput(input);
  const { design, diagnostics } = designFrom(document, { ...(lock ? { lock } : {}), reconsider: false });
  if (hasError(diagnostics)) {
    stderr.write(formatFindings(placeFindings(diagnostics, shown), "text", paintFor(stderr)));
    this.process.exitCode = exitCode.findings;
  }
  if (!design) return;

  const spaces = spacesOf(design, flags.in);
  if (flags.next !== undefined) {
    const found = nextFree(spaces, flags.next);
    if (flags.format === "json") {
      stdout.write(`${JSON.stringify({ format: "isthmus/free-range", version: 1, addressPrefix: found ?? null }, null, 2)}\n`);
    } else stdout.write(found === undefined ? "" : `${found}\n`);
    if (found === undefined) {
      stderr.write(`No /${flags.next} is free in ${spaces.map(({ name }) => name).join(", ")}.\n`);
      this.process.exitCode = exitCode.findings;
    }
    return;
  }
  if (flags.format === "json") stdout.write(`${JSON.stringify(addressesJson(design), null, 2)}\n`);
  else stdout.write(`${table(design, flags.in, styleFor(stdout)).join("\n")}\n`);
}

interface Space {
  readonly name: string;
  readonly space: readonly Prefix[];
  readonly used: readonly Prefix[];
}

/** The pools, less all that stands in the file; or one network, less its subnets. */
function spacesOf(design: Design, name: string | undefined): readonly Space[] {
  if (name === undefined) {
    const used = [
      ...design.addresses.networks.flatMap(({ addressSpace }) => addressSpace.map(({ prefix }) => prefix)),
      ...design.intent.sites.flatMap((site) => site.addressSpace.map(({ prefix }) => prefix)),
      ...design.intent.p2sUsers.flatMap((users) => users.addressPool.map(({ prefix }) => prefix)),
      ...design.intent.reserved.map(({ prefix }) => prefix),
    ];
    return design.intent.pools.map(({ prefix, region }) => ({
      name: region === undefined ? formatPrefix(prefix) : `${formatPrefix(prefix)} (${region})`,
      space: [prefix],
      used,
    }));
  }
  return [networkSpace(findNetwork(design, name))];
}

function networkSpace({ network, addressSpace, subnets }: NetworkPlan): Space {
  return {
    name: network.name,
    space: addressSpace.map(({ prefix }) => prefix),
    used: subnets.flatMap(({ addressPrefixes }) => addressPrefixes.map(({ prefix }) => prefix)),
  };
}

function findNetwork(design: Design, name: string): NetworkPlan {
  const found = design.addresses.networks.find(({ network }) => network.name === name);
  if (found) return found;

  const names = design.addresses.networks.map(({ network }) => network.name);
  throw new UserError(`"${name}" is no virtual network of the file.`, `Name one of: ${names.slice(0, 8).join(", ")}.`);
}

function nextFree(spaces: readonly Space[], length: number): string | undefined {
  for (const { space, used } of spaces) {
    const found = createAllocator(space, used).take(length);
    if (found) return formatPrefix(found);
  }
  return undefined;
}

function table(design: Design, name: string | undefined, style: Style): readonly string[] {
  const networks = name === undefined ? design.addresses.networks : [findNetwork(design, name)];
  const rows = networks.flatMap((plan) => networkRows(plan));
  const pools = name === undefined ? spacesOf(design, undefined) : [];
  return [
    ...columns(rows, ""),
    ...(pools.length > 0 ? ["", style.bold("Free in addressSpace")] : []),
    ...pools.flatMap(({ name, space, used }) => [`  ${name}: ${listFree(freeBlocks(space, used))}`]),
  ];
}

function networkRows(plan: NetworkPlan): readonly (readonly string[])[] {
  const { network, addressSpace, subnets } = plan;
  const { space, used } = networkSpace(plan);
  const free = freeBlocks(space, used);
  return [
    [network.name, addressSpace.map(({ prefix }) => formatPrefix(prefix)).join(", "), network.region ?? "", origins(addressSpace)],
    ...subnets.map(({ name, addressPrefixes }) => [
      `  ${name}`,
      addressPrefixes.map(({ prefix }) => formatPrefix(prefix)).join(", "),
      usable(addressPrefixes.map(({ prefix }) => prefix)),
      origins(addressPrefixes),
    ]),
    ["  (free)", listFree(free), "", ""],
  ];
}

function usable(prefixes: readonly Prefix[]): string {
  const ipv4 = prefixes.filter(({ family }) => family === 4);
  if (ipv4.length === 0) return "";

  let sum = 0;
  for (const prefix of ipv4) sum += addressCount(prefix) - reservedAddressesPerSubnet.value;
  return `${sum.toLocaleString("en")} usable`;
}

function origins(ranges: readonly { readonly from: string }[]): string {
  return [...new Set(ranges.map(({ from }) => from))].join(", ");
}

function listFree(free: readonly Prefix[]): string {
  if (free.length === 0) return "nothing";
  const shown = free.slice(0, 6).map(formatPrefix);
  return free.length > 6 ? `${shown.join(", ")} and ${free.length - 6} more` : shown.join(", ");
}

function addressesJson(design: Design) {
  return {
    format: "isthmus/addresses",
    version: 1,
    virtualNetworks: design.addresses.networks.map((plan) => ({
      name: plan.network.name,
      ...(plan.network.region === undefined ? {} : { region: plan.network.region }),
      addressSpace: plan.addressSpace.map(({ prefix, from }) => ({ addressPrefix: formatPrefix(prefix), from })),
      subnets: plan.subnets.map(({ name, addressPrefixes }) => ({
        name,
        addressPrefixes: addressPrefixes.map(({ prefix, from }) => ({ addressPrefix: formatPrefix(prefix), from })),
      })),
      free: freeBlocks(networkSpace(plan).space, networkSpace(plan).used).map(formatPrefix),
    })),
    pools: spacesOf(design, undefined).map(({ name, space, used }) => ({
      name,
      free: freeBlocks(space, used).map(formatPrefix),
    })),
  };
}
