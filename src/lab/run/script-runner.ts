import { createInterface } from "node:readline";
import type { Holder } from "./holder.ts";
import { startInLab } from "./in-lab.ts";

/** Runs a script of a folder, in the folder and a namespace; whether it succeeded. What it complains of is in `SCRIPT.error` beside it. */
export type RunScript = (namespace: string, folder: string, script: string) => Promise<boolean>;

/**
 * Reads lines of number, namespace, folder and script, runs them side by side, and says of each number how it ended. 268 and
 * 308 are `setns`: `ip netns exec` would make file systems of its own for each, which takes longer than most scripts do.
 */
const RUNNER = `
  my $setns = (POSIX::uname())[4] eq "aarch64" ? 268 : 308;
  while (my $line = <STDIN>) {
    chomp $line; my ($number, $namespace, $folder, $script) = split / /, $line;
    defined(my $child = fork) or die "fork: $!\\n";
    next if $child;
    open(STDIN, "<", "/dev/null");
    syswrite(STDOUT, "$number " . (run($namespace, $folder, $script) ? "good" : "bad") . "\\n"); POSIX::_exit(0);
  }
  1 while wait > 0;
  sub run {
    my ($namespace, $folder, $script) = @_;
    chdir $folder or return 0;
    open(my $net, "<", "/run/netns/$namespace") or return 0;
    syscall($setns, fileno($net), 0x40000000) == 0 or return 0;
    defined(my $child = fork) or return 0;
    if ($child == 0) {
      open(STDOUT, ">", "$script.error") or POSIX::_exit(1); open(STDERR, ">&", STDOUT);
      exec "sh", $script or POSIX::_exit(1);
    }
    return waitpid($child, 0) == $child && $? == 0;
  }
`;

/** One process in the lab starts them all for as long as `use` takes, for to enter the lab takes longer than most scripts do. */
export async function withScriptRunner<T>(holder: Holder, use: (run: RunScript) => Promise<T>): Promise<T> {
  const runner = startInLab(holder, ["perl", "-MPOSIX", "-e", RUNNER], undefined, ["pipe", "pipe", "ignore"]);
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
