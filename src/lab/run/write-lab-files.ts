import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import type { LabFile } from "./lab-files.ts";

/** Reads `path`, NUL, length, NUL and so many bytes, again and again. */
const WRITER = `
  binmode STDIN; umask 0077; local $/ = "\\0";
  while (defined(my $path = <STDIN>)) {
    my $length = <STDIN>; chop $path; chop $length;
    my $text = ""; read(STDIN, $text, $length) == $length or die "cut short";
    my $folder = $path; $folder =~ s{/[^/]*$}{};
    my $made = ""; for (split m{/}, $folder) { $made .= "$_/"; mkdir $made, 0700 unless -d $made }
    open(my $file, ">", $path) or die "$path: $!"; binmode $file; print $file $text or die "$path: $!"; close $file or die "$path: $!";
  }
`;

/** Writes files into the lab's memory: keys are never on a disk, nor on a command line. */
export async function writeLabFiles(holder: Holder, files: readonly LabFile[]): Promise<void> {
  if (files.length === 0) return;

  const input = files.map(({ path, text }) => `${path}\0${Buffer.byteLength(text)}\0${text}`).join("");
  const { code, stderr } = await runInLab(holder, ["perl", "-e", WRITER], { input });
  if (code !== 0)
    throw new LabError(`The lab's memory takes no more files: ${stderr.trim()}`, "Free some memory.");
}
