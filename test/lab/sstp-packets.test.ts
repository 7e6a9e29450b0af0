import { createHash, createHmac } from "node:crypto";
import { expect, it } from "vitest";
import {
  bindingRequest,
  callConnected,
  higherLayerKey,
  isCallConnected,
  nonceIn,
} from "../../src/lab/sstp/crypto-binding.ts";
import { formatPiece, parsePiece, piecesOf } from "../../src/lab/sstp/eap-packets.ts";
import {
  formatFrame,
  formatOptions,
  formatPppPacket,
  parseFrame,
  parseOptions,
  parsePppPacket,
} from "../../src/lab/sstp/ppp-packets.ts";
import {
  encapsulatedPpp,
  formatControl,
  formatData,
  isSstpRequest,
  parsePacket,
  requestText,
  splitPackets,
  statusInfo,
  statusOf,
} from "../../src/lab/sstp/sstp-packets.ts";

const nonce = Buffer.alloc(32, 7);

it.each([
  ["Call Connect Request", formatControl(1, [encapsulatedPpp()]), "1001000e00010001000100060001"],
  [
    "Call Connect Ack",
    formatControl(2, [bindingRequest(nonce)]),
    `10010030000200010004002800000002${"07".repeat(32)}`,
  ],
  ["Echo Request", formatControl(8, []), "1001000800080000"],
  ["Call Abort", formatControl(5, [statusInfo(0x0b, 3)]), "10010014000500010002000c000000030000000b"],
  ["data", formatData(formatFrame(0x0021, Buffer.from("4500", "hex"))), "1000000aff0300214500"],
  [
    "LCP Configure-Request",
    formatPppPacket({
      code: 1,
      id: 1,
      data: formatOptions([{ type: 3, value: Buffer.from("c227", "hex") }]),
    }),
    "010100080304c227",
  ],
  ["EAP-TLS start", formatPiece({ isStart: true, hasMore: false, bytes: Buffer.alloc(0) }), "0d20"],
])("%s is laid out as its specification says", (_, bytes, hex) => {
  expect(bytes.toString("hex")).toBe(hex);
});

it("packets are cut out of a stream wherever it breaks", () => {
  const all = Buffer.concat([formatControl(8, []), formatData(Buffer.alloc(1400)), formatControl(9, [])]);

  for (const at of [1, 4, 9, 700, all.length]) {
    const first = splitPackets(all.subarray(0, at));
    const second = splitPackets(Buffer.concat([first?.rest ?? Buffer.alloc(0), all.subarray(at)]));
    expect([...(first?.packets ?? []), ...(second?.packets ?? [])].map(({ length }) => length)).toEqual([
      8, 1404, 8,
    ]);
  }
  expect(splitPackets(Buffer.from("GET / HTTP/1.1"))).toBeUndefined();
});

it.each([
  ["an attribute longer than the message", "1001000e00010001000100090001"],
  ["fewer attributes than it says", "1001000800010001"],
  ["an attribute shorter than its own head", "1001000c0001000100010002"],
])("refuses %s", (_, hex) => {
  expect(parsePacket(Buffer.from(hex, "hex"))).toBeUndefined();
});

it("reads what it writes", () => {
  const packet = parsePacket(formatControl(5, [statusInfo(0x0b)]));
  const request = parsePacket(formatControl(2, [bindingRequest(nonce)]));

  expect(packet?.kind === "control" && statusOf(packet.attributes)).toBe(0x0b);
  expect(request?.kind === "control" && nonceIn(request.attributes)?.equals(nonce)).toBe(true);
  expect(isSstpRequest(requestText("gateway", "id").split("\r\n\r\n")[0] ?? "")).toBe(true);
  expect(isSstpRequest("GET / HTTP/1.1")).toBe(false);
});

it("frames may leave out address, control and half of the protocol", () => {
  for (const hex of ["ff03002145", "002145", "2145"])
    expect(parseFrame(Buffer.from(hex, "hex"))).toEqual({ protocol: 0x21, payload: Buffer.from([0x45]) });
  expect(parseFrame(Buffer.alloc(0))).toBeUndefined();
  expect(parsePppPacket(Buffer.from("0101000300", "hex"))).toBeUndefined();
  expect(parsePppPacket(Buffer.from("0101000400ff", "hex"))?.data).toHaveLength(0);
  expect(parseOptions(Buffer.from("0301", "hex"))).toBeUndefined();
});

it("a flight that is too long travels in pieces, of which the first says how much it is", () => {
  const flight = Buffer.from(Array.from({ length: 3000 }, (_, index) => index & 0xff));

  const pieces = piecesOf(flight).map((piece) => parsePiece(formatPiece(piece)));

  expect(pieces.map((piece) => [piece?.total, piece?.hasMore])).toEqual([
    [3000, true],
    [undefined, true],
    [undefined, false],
  ]);
  expect(Buffer.concat(pieces.map((piece) => piece?.bytes ?? Buffer.alloc(0))).equals(flight)).toBe(true);
  expect(piecesOf(Buffer.alloc(0))).toEqual([]);
});

it("the binding is the MAC that [MS-SSTP] 3.2.5.2 describes, over the message with zeros in its place", () => {
  const certificate = Buffer.from("a certificate");
  const key = higherLayerKey(Buffer.from(Array.from({ length: 64 }, (_, index) => index)));
  const message = callConnected(nonce, certificate, key);
  const zeroed = Buffer.concat([message.subarray(0, 80), Buffer.alloc(32)]);
  const seed = Buffer.concat([Buffer.from("SSTP inner method derived CMK"), Buffer.from([0x20, 0x00, 0x01])]);
  const macKey = createHmac("sha256", key).update(seed).digest();

  expect(key).toEqual(Buffer.from(Array.from({ length: 32 }, (_, index) => index)));
  expect(message).toHaveLength(112);
  expect(message.subarray(0, 16).toString("hex")).toBe("10010070000400010003006800000002");
  expect(message.subarray(16, 48).equals(nonce)).toBe(true);
  expect(message.subarray(48, 80).equals(createHash("sha256").update(certificate).digest())).toBe(true);
  expect(message.subarray(80).equals(createHmac("sha256", macKey).update(zeroed).digest())).toBe(true);
  expect(isCallConnected(message, nonce, certificate, key)).toBe(true);
  expect(isCallConnected(message, Buffer.alloc(32), certificate, key)).toBe(false);
  expect(isCallConnected(message, nonce, Buffer.from("another"), key)).toBe(false);
});
