import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { deviceSettings, namespaceSettings } from "./namespace-settings.ts";
import { systemCalls } from "./system-calls.ts";

const SETTINGS = [
  ...Object.entries(namespaceSettings),
  ...deviceSettings.flatMap(({ family, name, value }) =>
    ["all", "default"].map((which) => [`${family}/conf/${which}/${name}`, value] as const),
  ),
];

/**
 * One process makes them all, for a process a namespace takes ten times as long. 0x40000000 is a new network namespace, 4096
 * a bind mount.
 */
const MAKER = `
  my %set = (${SETTINGS.map(([path, value]) => `"${path}" => ${value}`).join(", ")});
  while (my $name = <STDIN>) {
    chomp $name;
    syscall(${systemCalls.unshare}, 0x40000000) == 0 or die "$name: $!";
    open(my $file, ">", "/run/netns/$name") or die "$name: $!"; close $file;
    my ($from, $to, $none) = ("/proc/self/ns/net", "/run/netns/$name", "none");
    syscall(${systemCalls.mount}, $from, $to, $none, 4096, 0) == 0 or die "$name: $!";
    for (keys %set) { open(my $knob, ">", "/proc/sys/net/$_") or next; print $knob $set{$_}; close $knob }
  }
`;

export async function makeNamespaces(holder: Holder, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;

  const { code, stderr } = await runInLab(holder, ["perl", "-e", MAKER], {
    input: names.map((name) => `${name}\n`).join(""),
  });
  if (code !== 0)
    throw new LabError(
      `The kernel makes no network namespace: ${stderr.trim()}`,
      "Run `isthmus lab doctor`.",
    );
}
