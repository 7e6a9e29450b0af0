import { expect, it } from "vitest";
import { formatEndFrame, frameKinds, splitEndFrames } from "./end-frames.ts";

it("frames come out as they went in, wherever the bytes are cut", () => {
  const said = [
    { kind: frameKinds.hello, bytes: Buffer.from("sstp-client-0") },
    { kind: frameKinds.packet, bytes: Buffer.alloc(0) },
    { kind: frameKinds.packet, bytes: Buffer.alloc(700, 7) },
  ];
  const bytes = Buffer.concat(said.map((frame) => formatEndFrame(frame.kind, frame.bytes)));

  for (const cut of [0, 3, 5, 18, 23, 400, bytes.length]) {
    const first = splitEndFrames(bytes.subarray(0, cut));
    const second = splitEndFrames(Buffer.concat([first.rest, bytes.subarray(cut)]));
    expect([...first.frames, ...second.frames]).toEqual(said);
    expect(second.rest).toHaveLength(0);
  }
});
