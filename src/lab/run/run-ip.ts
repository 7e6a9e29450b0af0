import type { LabLink, LabNamespace } from "../lab-plan.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { LAB_ROOT } from "./lab-files.ts";
import { writeLabFiles } from "./write-lab-files.ts";

/** `ip -batch` opens files for every link and closes them at its end: more of them, and it runs out. */
const LINKS_A_BATCH = 400;

export async function makeLinks(holder: Holder, links: readonly LabLink[]): Promise<void> {
  const lines = links.map(({ ends: [a, b] }) =>
    [
      `link add ${a.device} netns ${a.namespace} type veth`,
      `peer name ${b.device} netns ${b.namespace}`,
    ].join(" "),
  );
  for (let at = 0; at < lines.length; at += LINKS_A_BATCH) {
    await runBatch(holder, lines.slice(at, at + LINKS_A_BATCH));
  }
}

export async function removeLinks(holder: Holder, links: readonly LabLink[]): Promise<void> {
  for (const { ends } of links) {
    const [{ namespace, device }] = ends;
    // Gone already where its namespace was.
    await runInLab(holder, ["ip", "-n", namespace, "link", "del", device]);
  }
}

async function runBatch(holder: Holder, lines: readonly string[]): Promise<void> {
  const { code, stderr } = await runInLab(holder, ["ip", "-batch", "-"], { input: `${lines.join("\n")}\n` });
  if (code !== 0) throw ipFailed(stderr);
}

/** What each namespace is told, all namespaces side by side. Ends of links that are ports join their bridges first. */
export async function configureNamespaces(
  holder: Holder,
  namespaces: readonly { readonly name: string; readonly ip: readonly string[] }[],
): Promise<void> {
  if (namespaces.length === 0) return;

  const folder = `${LAB_ROOT}/ip`;
  await writeLabFiles(
    holder,
    namespaces.map(({ name, ip }) => ({ path: `${folder}/${name}`, text: `${ip.join("\n")}\n` })),
  );
  const script = `
    cd ${folder}
    for name in *; do ( ip -n "$name" -batch "$name" 2>"$name.error" || echo "$name: $(cat "$name.error")" >&2 ) & done
    wait; cd /; rm -r ${folder}
  `;
  const { stderr } = await runInLab(holder, ["sh", "-c", script]);
  if (stderr.trim() !== "") throw ipFailed(stderr);
}

export async function loadFilters(holder: Holder, namespaces: readonly LabNamespace[]): Promise<void> {
  await Promise.all(
    namespaces.map(async ({ name, nft }) => {
      const ruleset = `flush ruleset\n${nft ?? ""}`;
      const { code, stderr } = await runInLab(holder, ["nft", "-f", "-"], {
        namespace: name,
        input: ruleset,
      });
      if (code !== 0)
        throw new LabError(
          `nftables refuses the rules of ${name}: ${stderr.trim()}`,
          "Report this as a bug.",
        );
    }),
  );
}

function ipFailed(stderr: string): LabError {
  return new LabError(
    `The kernel refuses a part of the network: ${stderr.trim()}`,
    "Run `isthmus lab doctor`.",
  );
}
