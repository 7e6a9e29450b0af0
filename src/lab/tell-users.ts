import type { DownParts } from "./down-parts.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { LAB_ROOT } from "./run/lab-files.ts";

/** Routes that a gateway has told once and would not tell any more are taken from its users, and given back when it would. */
export async function tellUsers(holder: Holder, before: DownParts, after: DownParts): Promise<void> {
  const namespaces = new Set([...before.untold.keys(), ...after.untold.keys()]);
  await Promise.all(
    [...namespaces].map(async (namespace) => {
      const was = before.untold.get(namespace) ?? [];
      const is = after.untold.get(namespace) ?? [];
      const taken = is.filter((range) => !was.includes(range));
      const given = was.filter((range) => !is.includes(range));
      const about = [`${LAB_ROOT}/untold-${namespace}`, taken.join(" "), given.join(" ")];
      if (taken.length + given.length > 0)
        await runInLab(holder, ["sh", "-c", CHANGE, "sh", ...about], { namespace });
    }),
  );
}

/** What they heard by BGP is no matter of this. A route whose tunnel is gone comes back with the tunnel. */
const CHANGE = `
  mkdir -p "$1"
  for range in $2; do
    kept="$1/$(echo "$range" | tr / -)"
    ip -4 route show table all exact "$range" | grep -v "proto bird" > "$kept"
    while read -r route; do ip route del $route; done < "$kept"
  done
  for range in $3; do
    kept="$1/$(echo "$range" | tr / -)"
    while read -r route; do ip route replace $route; done < "$kept"
  done 2>/dev/null
  true
`;
