/** One EAP-TLS packet without its EAP header: a piece of a flight of TLS. RFC 5216 section 3.1. */
export interface EapTlsPiece {
  readonly isStart: boolean;
  readonly hasMore: boolean;
  /** Of the whole flight, on the first of several pieces. */
  readonly total?: number;
  readonly bytes: Buffer;
}

const TYPE = 13;
const LENGTH_INCLUDED = 0x80;
const MORE_FRAGMENTS = 0x40;
const START = 0x20;

/** With all headers within what the other end takes at once. */
const PIECE_BYTES = 1300;

export function formatPiece({ isStart, hasMore, total, bytes }: EapTlsPiece): Buffer {
  const flags =
    (isStart ? START : 0) | (hasMore ? MORE_FRAGMENTS : 0) | (total === undefined ? 0 : LENGTH_INCLUDED);
  const length = Buffer.alloc(total === undefined ? 0 : 4);
  if (total !== undefined) length.writeUInt32BE(total);
  return Buffer.concat([Buffer.from([TYPE, flags]), length, bytes]);
}

/** An empty one without flags says that a piece has come. */
export function parsePiece(data: Buffer): EapTlsPiece | undefined {
  const [type, flags] = data;
  if (type !== TYPE || flags === undefined) return undefined;
  const hasLength = (flags & LENGTH_INCLUDED) !== 0;
  if (data.length < (hasLength ? 6 : 2)) return undefined;
  return {
    isStart: (flags & START) !== 0,
    hasMore: (flags & MORE_FRAGMENTS) !== 0,
    ...(hasLength ? { total: data.readUInt32BE(2) } : {}),
    bytes: data.subarray(hasLength ? 6 : 2),
  };
}

/** A flight in the pieces that it travels in; none for nothing. */
export function piecesOf(flight: Buffer): EapTlsPiece[] {
  const pieces: EapTlsPiece[] = [];
  for (let at = 0; at < flight.length; at += PIECE_BYTES) {
    const hasMore = at + PIECE_BYTES < flight.length;
    const total = at === 0 && hasMore ? { total: flight.length } : {};
    pieces.push({ isStart: false, hasMore, ...total, bytes: flight.subarray(at, at + PIECE_BYTES) });
  }
  return pieces;
}
