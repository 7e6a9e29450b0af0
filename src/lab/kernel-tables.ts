import { type Prefix, parsePrefix } from "../ip/index.ts";
import type { NodeId, TableId } from "../model/topology.ts";
import type { LabNamespace, LabPlan } from "./lab-plan.ts";
import { TABLE_PURPOSE } from "./plan/ways.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { LabError } from "./run/lab-error.ts";

/** A table of the topology as the kernel has it, in one place. */
export interface KernelTable {
  readonly at: NodeId;
  readonly table: TableId;
  readonly routes: readonly KernelRoute[];
}

export interface KernelRoute {
  readonly prefix: Prefix;
  /** Who gets a packet next: nodes by their ids, `table …` for another table; none: it is lost. In order, each once. */
  readonly nextHops: readonly string[];
}

/** What `ip -json route` says of one. */
interface Told {
  readonly dst: string;
  readonly table: string;
  readonly metric: number;
  readonly devices: readonly string[];
}

/** The tables of every place that looks up, as they are at this moment. */
export async function readKernelTables(holder: Holder, plan: LabPlan): Promise<readonly KernelTable[]> {
  const places = plan.namespaces.filter(({ lookups }) => tablesOf(lookups).length > 0);
  if (places.length === 0) return [];

  const names = places.map(({ name }) => name);
  const half = Math.ceil(names.length / 2);
  const answers = await Promise.all([names.slice(0, half), names.slice(half)].map((one) => ask(holder, one)));
  const told = answers.flat().map(readRoutes);
  const leads = leadsIn(plan);
  return places.flatMap((place, index) => {
    return tablesOf(place.lookups).map(([table, number]) => ({
      at: place.node ?? place.name,
      table,
      routes: routesIn(
        (told[index] ?? []).filter((route) => route.table === String(number)),
        (device) => leads.get(`${place.name} ${device}`) ?? device,
      ),
    }));
  });
}

/** Of several namespaces, one answer each. Two are asked side by side: most of the time is programs that start. */
async function ask(holder: Holder, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const script = 'for name; do ip -n "$name" -4 -json route show table all || exit; echo; done';
  const { code, stdout, stderr } = await runInLab(holder, ["sh", "-c", script, "sh", ...names]);
  const answers = stdout.split("\n").filter((line) => line.trim() !== "");
  if (code === 0 && answers.length === names.length) return answers;
  throw new LabError(
    `The kernel does not say its routes: ${stderr.trim()}`,
    "Read what runs: isthmus lab status.",
  );
}

function tablesOf(lookups: LabNamespace["lookups"]): readonly (readonly [TableId, number])[] {
  return Object.entries(lookups?.tables ?? {}).flatMap(([purpose, number]) =>
    purpose.startsWith(TABLE_PURPOSE) ? [[purpose.slice(TABLE_PURPOSE.length), number] as const] : [],
  );
}

/** By namespace and device, who gets what is sent there. */
function leadsIn({ namespaces, links }: LabPlan): ReadonlyMap<string, string> {
  const byName = new Map(namespaces.map((namespace) => [namespace.name, namespace]));
  const leads = new Map<string, string>();
  for (const { ends } of links)
    for (const [near, far] of [ends, ends.toReversed()]) {
      const place = byName.get(far?.namespace ?? "");
      if (near && far && place)
        leads.set(`${near.namespace} ${near.device}`, receiver(place, far.device, near.namespace));
    }
  for (const { name, lookups } of namespaces)
    for (const [device, node] of Object.entries(lookups?.tunnels ?? {})) leads.set(`${name} ${device}`, node);
  return leads;
}

/** In tables for one host alone everything goes to it; back in the same place another table is asked. */
function receiver({ name, node, lookups }: LabNamespace, device: string, from: string): string {
  const arrival = lookups?.arrivals[device] ?? "";
  if (arrival.startsWith("host ")) return arrival.slice("host ".length).replace(/ host$/, "");
  if (name === from && arrival.startsWith(TABLE_PURPOSE)) return arrival;
  return node ?? name;
}

/** Of one prefix the lowest metric decides. What leads over a device that is down is no way. */
function routesIn(told: readonly Told[], leadOf: (device: string) => string): readonly KernelRoute[] {
  const best = new Map<string, Told>();
  for (const route of told) {
    const rival = best.get(route.dst);
    if (rival === undefined || route.metric < rival.metric) best.set(route.dst, route);
  }
  return [...best.values()].flatMap(({ dst, devices }) => {
    const prefix = parsePrefix(dst === "default" ? "0.0.0.0/0" : dst.includes("/") ? dst : `${dst}/32`);
    return prefix ? [{ prefix, nextHops: [...new Set(devices.map(leadOf))].sort() }] : [];
  });
}

function readRoutes(text: string): readonly Told[] {
  const value: unknown = JSON.parse(text);
  return listOf(value).flatMap((route) => {
    const nextHops = listOf(fieldOf(route, "nexthops"));
    const isWay = fieldOf(route, "type") === undefined || fieldOf(route, "type") === "unicast";
    const ways = isWay ? (nextHops.length > 0 ? nextHops : [route]) : [];
    const devices = ways.filter(isAlive).map((way) => textOf(fieldOf(way, "dev")));
    if (ways.length > 0 && devices.length === 0) return [];
    return [
      {
        dst: textOf(fieldOf(route, "dst")),
        table: textOf(fieldOf(route, "table")),
        metric: Number(fieldOf(route, "metric") ?? 0),
        devices,
      },
    ];
  });
}

function isAlive(way: unknown): boolean {
  return !listOf(fieldOf(way, "flags")).some((flag) => flag === "dead" || flag === "linkdown");
}

/** The main table, which no lookup asks, has no name here. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
