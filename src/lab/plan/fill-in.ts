/**
 * The one place where a lab changes a file that `isthmus export` writes: what stands in it for an address, a key or an
 * offer becomes that of the lab, wherever it stands. Everything else a lab says in files beside it.
 */
export function fillIn(text: string, places: readonly (readonly [from: string, to: string])[]): string {
  const byText = new Map(places);
  const found = [...byText.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (found.length === 0) return text;
  // An address is no part of a longer one.
  return text.replace(
    new RegExp(`(?<![\\w.])(?:${found.join("|")})(?![\\w.])`, "g"),
    (one) => byText.get(one) ?? one,
  );
}

/**
 * The same for what is made in the lab's own memory, when its programs start: a script that writes the file `from` again
 * as `to`, with what other files hold in place of the lines that are places.
 */
export function fillInAtStart(
  from: string,
  to: string,
  places: readonly (readonly [place: string, path: string])[],
): string {
  const lines = places.map(([place, path]) => `${place}\t${path}\n`).join("");
  return `perl -e '${FILLER}' ${from} >${to} <<'END'\n${lines}END\n`;
}

const FILLER = String.raw`
  sub text { open(my $file, "<", $_[0]) or die "$_[0]: $!\n"; local $/; <$file> }
  my $text = text($ARGV[0]);
  while (<STDIN>) { chomp; my ($place, $path) = split /\t/; my $by = text($path); chomp $by; $text =~ s/^\Q$place\E$/$by/mg }
  print $text;
`;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
