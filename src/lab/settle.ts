import type { LabPlan } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { daemonFolder } from "./run/lab-files.ts";
import { tellFilters } from "./tell-filters.ts";

/** Between two looks. What the last session brings is passed on within one. */
const LOOK_SECONDS = 0.3;

const FILTERS_WAIT_SECONDS = 8;

/**
 * Waits until no router has anything to do: what is to be asked of a lab that must not work is asked in vain before.
 * Sessions that cannot come up keep nobody waiting for longer than `patienceSeconds`. Filters are told what is learned then.
 */
export async function settle(
  holder: Holder,
  plan: LabPlan,
  stopped: ReadonlySet<string>,
  patienceSeconds: number,
): Promise<void> {
  await awaitRouters(holder, plan, stopped, patienceSeconds);
  await tellFilters(holder, plan);
}

/** The same where filters wait for it; elsewhere nobody has to. */
export async function settleFilters(
  holder: Holder,
  plan: LabPlan,
  stopped: ReadonlySet<string>,
): Promise<void> {
  if (plan.namespaces.some(({ tag }) => tag !== undefined))
    await settle(holder, plan, stopped, FILTERS_WAIT_SECONDS);
}

async function awaitRouters(
  holder: Holder,
  { daemons }: LabPlan,
  stopped: ReadonlySet<string>,
  patienceSeconds: number,
): Promise<void> {
  const controls = daemons
    .filter(({ name, program }) => program === "bird" && !stopped.has(name))
    .map(({ name }) => `${daemonFolder(name)}/ctl`);
  if (controls.length === 0) return;

  const settings = [String(patienceSeconds), String(LOOK_SECONDS)];
  await runInLab(holder, ["perl", "-e", WATCHER, ...settings, ...controls]);
}

/**
 * One process that asks all routers again and again, for looks are many and routers too. When it was that a session came
 * up is among what must not change. An answer of BIRD ends with a line that has a blank after its number. (1, 1) is
 * a stream of AF_UNIX.
 */
const WATCHER = String.raw`
  my ($patience, $look, @controls) = @ARGV;
  my @routers = map { socket(my $router, 1, 1, 0); connect($router, pack("S a108", 1, $_)) ? $router : () } @controls;
  sub hear {
    my ($router) = @_; my $said = "";
    while (sysread($router, $said, 65536, length $said)) { last if $said =~ /^\d{4} [^\n]*\n\z/m }
    return $said;
  }
  sub ask { my ($router, $question) = @_; syswrite($router, "$question\n"); return hear($router) }
  $SIG{PIPE} = "IGNORE"; hear($_) for @routers;
  my $end = time + $patience; my $before = "";
  while (time < $end) {
    my @sessions = map { grep { / BGP / } split /\n/, ask($_, "show protocols") } @routers;
    my $now = join("\n", @sessions, map { ask($_, "show route count") } @routers);
    last if $now eq $before && !grep { !/Established| down / } @sessions;
    $before = $now; select(undef, undef, undef, $look);
  }
`;
