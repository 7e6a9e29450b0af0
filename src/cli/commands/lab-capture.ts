import { openSync } from "node:fs";
import { type CapturePlace, capture, captureOfLink, captureOfNamespace } from "../../lab/capture.ts";
import type { LabState } from "../../lab/run/lab-state.ts";
import type { Context } from "../command-context.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab } from "../lab/choose-lab.ts";
import { findLabNamespace, findLabPlace } from "../lab/lab-places.ts";

export interface LabCaptureFlags {
  readonly name?: string;
  readonly pcap?: string;
  readonly count?: number;
}

/** Shows the packets of a link, or of a host, as they pass. */
export async function labCapture(context: Context, flags: LabCaptureFlags, link: string): Promise<void> {
  await asUserError(async () => {
    const lab = chooseLab(context, flags.name);
    const places = placesOf(link, lab);
    const file = flags.pcap === undefined ? {} : { to: openSync(flags.pcap, "w", 0o600) };
    const code = await capture(lab.holder, places, {
      as: flags.pcap === undefined ? "json" : "pcap",
      ...file,
      ...(flags.count === undefined ? {} : { count: flags.count }),
    });
    // Told to end, it has done what it was asked.
    context.process.exitCode = code > 128 ? 0 : code;
  });
}

function placesOf(text: string, lab: LabState): readonly CapturePlace[] {
  const { links, daemons, namespaces } = lab.plan;
  const tunnels = daemons
    .filter(({ makesDevice }) => makesDevice !== undefined)
    .flatMap(({ about }) => about);
  const ids = [...links.flatMap(({ link }) => link ?? []), ...tunnels];
  const nodes = namespaces.flatMap(({ node }) => node ?? []);
  const { id } = findLabPlace(text, [...ids, ...nodes], lab);
  const ofLink = captureOfLink(lab.plan, id);
  return ofLink.length > 0 ? ofLink : captureOfNamespace(lab.plan, findLabNamespace(id, lab).name);
}
