/**
 * Perl knows system calls by the kernel's numbers of this machine. Elsewhere there is none of such a number, and the kernel says
 * so.
 */
const known = new Map<string, Readonly<Record<"setns" | "unshare" | "mount" | "setsid", number>>>([
  ["x64", { setns: 308, unshare: 272, mount: 165, setsid: 112 }],
  ["arm64", { setns: 268, unshare: 97, mount: 40, setsid: 157 }],
]);

export const systemCalls = known.get(process.arch) ?? { setns: -1, unshare: -1, mount: -1, setsid: -1 };
