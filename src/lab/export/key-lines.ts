import type { LabDaemon } from "../lab-plan.ts";
import { daemonFolder } from "../run/lab-files.ts";
import { SEED_FILE, secretPath } from "./node-files.ts";

/**
 * Puts the keys where their placeholders stand: HMAC-SHA256 of the link with the seed, as the lab of this machine makes
 * them. It is put together by hand, RFC 2104, for openssl takes a key of its own HMAC on its command line, which all on the
 * machine can read; the seed has 64 characters, one block.
 */
export function keyLines(
  keys: ReadonlyMap<string, string>,
  daemons: readonly LabDaemon[],
): readonly string[] {
  if (keys.size === 0) return [];
  const files = daemons.flatMap(({ name, files }) =>
    files
      .filter(({ text }) => [...keys.keys()].some((placeholder) => text.includes(placeholder)))
      .map((file) => `${daemonFolder(name)}/${file.name}`),
  );
  return [
    `seed() { perl -pe "chomp; \\$_ ^= qq($1) x 64" ${secretPath(SEED_FILE)}; }`,
    "key() {",
    `  { seed '\\x5c'; { seed '\\x36'; printf %s "$1"; } | openssl dgst -sha256 -binary; } | openssl dgst -sha256 -r | cut -c-64`,
    "}",
    "{",
    ...[...keys].map(([placeholder, link]) => `  printf '%s ' '${placeholder}'; key ${quoted(link)}`),
    `} | perl -e '`,
    `  while (<STDIN>) { my ($place, $key) = split; $key{$place} = $key }`,
    "  for my $path (@ARGV) {",
    `    open(my $from, "<", $path) or die "$path: $!"; local $/; my $text = <$from>;`,
    `    $text =~ s/(\\@key-[0-9a-f]{16}\\@)/$key{$1} or die "$path: no key for $1"/ge;`,
    `    open(my $to, ">", $path) or die "$path: $!"; print $to $text;`,
    "  }",
    `' ${files.join(" ")}`,
  ];
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
