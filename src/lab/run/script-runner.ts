import { createInterface } from "node:readline";
import type { Holder } from "./holder.ts";
import { startInLab } from "./in-lab.ts";
import { systemCalls } from "./system-calls.ts";

/** Runs a script of a folder, in the folder and a namespace; whether it succeeded. What it complains of is in `SCRIPT.error` beside it. */
export type RunScript = (namespace: string, folder: string, script: string) => Promise<boolean>;

/**
 * Reads lines of number, namespace, folder and script, runs them side by side, and says of each number how it ended. `ip netns
 * exec` would make file systems of its own for each, which takes longer than most scripts do. A death between two questions
 * is noticed a moment later. In a session of its own a script hears nothing of what the terminal tells the command.
 */
const RUNNER = `
  my (%number, $heard); $SIG{CHLD} = sub {};
  my $open = 1; my $stdin = ""; vec($stdin, 0, 1) = 1;
  while ($open || %number) {
    while ((my $pid = waitpid(-1, 1)) > 0) { answer(delete $number{$pid}, $? == 0) }
    select(my $ready = $open ? $stdin : undef, undef, undef, 0.02) > 0 or next;
    sysread(STDIN, $heard, 65536, length $heard) or $open = 0;
    while ($heard =~ s/^([^\\n]*)\\n//) {
      my ($number, @what) = split / /, $1;
      defined(my $child = fork) or die "fork: $!\\n";
      run(@what) if $child == 0;
      $number{$child} = $number;
    }
  }
  sub answer { my ($number, $isGood) = @_; syswrite(STDOUT, "$number " . ($isGood ? "good" : "bad") . "\\n") if defined $number }
  sub run {
    my ($namespace, $folder, $script) = @_;
    chdir $folder && open(my $net, "<", "/run/netns/$namespace") or exit 1;
    syscall(${systemCalls.setns}, fileno($net), 0x40000000) == 0 or exit 1;
    open(STDIN, "<", "/dev/null"); open(STDOUT, ">", "$script.error") or exit 1; open(STDERR, ">&", STDOUT);
    syscall(${systemCalls.setsid}); $SIG{CHLD} = "DEFAULT"; exec "sh", $script or exit 1;
  }
`;

/** One process in the lab starts them all for as long as `use` takes, for to enter the lab takes longer than most scripts do. */
export async function withScriptRunner<T>(holder: Holder, use: (run: RunScript) => Promise<T>): Promise<T> {
  const runner = startInLab(holder, ["perl", "-e", RUNNER], undefined, ["pipe", "pipe", "ignore"]);
  const { stdin, stdout } = runner;
  if (!stdin || !stdout) throw new Error("what is started with pipes has them");

  const waiting = new Map<number, (succeeded: boolean) => void>();
  const tell = (number: number, succeeded: boolean) => {
    waiting.get(number)?.(succeeded);
    waiting.delete(number);
  };
  createInterface({ input: stdout }).on("line", (line) => {
    const [number, word] = line.split(" ");
    tell(Number(number), word === "good");
  });
  let isOver = false;
  const end = () => {
    isOver = true;
    for (const number of waiting.keys()) tell(number, false);
  };
  runner.once("error", end).once("close", end);
  // Where the lab ends meanwhile, nobody reads any more.
  stdin.on("error", () => {});

  let count = 0;
  try {
    return await use(
      (namespace, folder, script) =>
        new Promise((resolve) => {
          if (isOver) return resolve(false);
          count += 1;
          waiting.set(count, resolve);
          stdin.write(`${count} ${namespace} ${folder} ${script}\n`);
        }),
    );
  } finally {
    stdin.end();
  }
}
