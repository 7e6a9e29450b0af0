import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Node has no call that opens a TUN, and perl is on every Debian: it opens the device as the third file of the program that
 * it then becomes. 0x400454ca is TUNSETIFF on all machines that labs run on; 0x1001 asks for packets without a header.
 */
const OPEN_TUN = String.raw`
  my ($device, @command) = @ARGV; $^F = 20;
  open(my $tun, "+<", "/dev/net/tun") or die "/dev/net/tun: $!\n";
  my $request = pack("a16 S x22", $device, 0x1001);
  ioctl($tun, 0x400454ca, $request) or die "$device: $!\n";
  fileno($tun) == 3 or die "other files are open\n";
  exec(@command) or die "$command[0]: $!\n";
`;

/** What a shell runs to start one end of an SSTP tunnel, in the folder of its files. */
export function sstpCommand(device: string): string {
  return ["perl", "-e", OPEN_TUN, device, process.execPath, sstpProgram()].map(quoted).join(" ");
}

/** It is built as a file of its own, for it runs inside the lab. */
function sstpProgram(): string {
  const path = join(packageFolder(dirname(fileURLToPath(import.meta.url))), "dist", "cli", "sstp.js");
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run build\`.`);
  return path;
}

function packageFolder(folder: string): string {
  return existsSync(join(folder, "package.json")) || folder === dirname(folder)
    ? folder
    : packageFolder(dirname(folder));
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
