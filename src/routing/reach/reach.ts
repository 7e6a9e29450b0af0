import { firstAddress } from "../../ip/index.ts";
import type { Endpoint, PairOutcome, PairPart, Reach } from "../../model/reach.ts";
import type { Situation } from "../../model/situation.ts";
import type { NodeId, Topology } from "../../model/topology.ts";
import type { Flow, Trace } from "../../model/trace.ts";
import type { Solved } from "../solved.ts";
import { createWorld, traceIn } from "../trace.ts";
import { createAddressReach } from "./address-reach.ts";
import type { Piece } from "./endpoint-classes.ts";
import { kindsOf } from "./endpoint-kinds.ts";
import { endpointsOf } from "./endpoints.ts";
import { createMatrix, worstPair } from "./matrix.ts";
import { noPair, type OutcomeCode, outcomeOf } from "./outcome-codes.ts";
import { permittedOf } from "./permitted.ts";

/** Everything that IP carries, of which rules can tell the protocols apart. */
const anyFlow: Flow = { protocol: "*" };

export function reach(topology: Topology, solved: Solved, situation: Situation, flow: Flow = anyFlow): Reach {
  const world = createWorld(topology, solved, situation, () => undefined);
  const nodes = endpointsOf(topology);
  const addresses = createAddressReach(nodes, world, solved, flow);
  const { classes, pieces } = addresses;
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const kinds = kindsOf(pieces);

  function piecesOf(id: NodeId): readonly Piece[] | undefined {
    return pieces[places.get(id) ?? -1];
  }

  function partsBetween(from: readonly Piece[], to: readonly Piece[]): readonly Part[] {
    return from.flatMap((a) =>
      to.flatMap((b) => {
        const code = addresses.between(a.of, b.of);
        return code === undefined ? [] : [{ from: a, to: b, code }];
      }),
    );
  }

  function outcome(fromId: NodeId, toId: NodeId): PairOutcome | undefined {
    const [from, to] = [piecesOf(fromId), piecesOf(toId)];
    if (!from || !to) return undefined;

    const parts = partsBetween(from, to);
    return {
      outcome: outcomeOf(worstPair(from, to, worstOf(parts))),
      mixed: new Set(parts.map(({ code }) => code)).size > 1,
      parts: parts.map((part) => describe(part)),
    };
  }

  function describe({ from, to, code }: Part): PairPart {
    const outcome = outcomeOf(code);
    const plain = { from: from.prefixes, to: to.prefixes, outcome };
    if (outcome !== "partlyDenied") return plain;

    const [a, b] = [classes[from.of], classes[to.of]];
    const permitted = a && b && permittedOf(a, b, flow, world);
    return permitted === undefined ? plain : { ...plain, permitted };
  }

  function trace(fromId: NodeId, toId: NodeId): Trace | undefined {
    const [from, to] = [piecesOf(fromId), piecesOf(toId)];
    const parts = from && to ? partsBetween(from, to) : [];
    const worst = parts.find(({ code }) => code === worstOf(parts));
    const [source, destination] = [worst?.from.prefixes[0], worst?.to.prefixes[0]];
    if (!source || !destination) return undefined;
    return traceIn(
      world,
      { node: fromId, address: firstAddress(source) },
      { node: toId, address: firstAddress(destination) },
      flow,
    );
  }

  const matrix = createMatrix(kinds, nodes.length, addresses);

  return {
    flow,
    endpoints: nodes.map(({ id, name, prefixes }): Endpoint => ({ id, name, prefixes })),
    classes: kinds.map(({ members }) => ({ members: members.map((member) => nodes[member]?.id ?? "") })),
    outcome,
    counts: matrix.counts,
    pairs: (only) =>
      matrix.pairs(
        nodes.map(({ id }) => id),
        only,
      ),
    trace,
  };
}

interface Part {
  readonly from: Piece;
  readonly to: Piece;
  readonly code: OutcomeCode;
}

function worstOf(parts: readonly Part[]): OutcomeCode {
  return parts.reduce((worst, { code }) => Math.max(worst, code), noPair);
}
