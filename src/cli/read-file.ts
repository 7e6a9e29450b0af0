import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Document } from "../source/index.ts";
import { decodeText, readDocument } from "../source/index.ts";
import { isSystemError, UserError } from "./user-error.ts";

/** Above this a file is no network description: reading it would only exhaust the memory. */
const MOST_BYTES = 256_000_000;

/** Reads a file. Its document goes by its base name, so that nothing that is written depends on where it lay. */
export function readFile(path: string, called: string = basename(path)): Document {
  return readDocument(called, readText(path, readBytes(path, path)));
}

/** Like `readFile`; `undefined` where there is no such file. */
export function readFileIfThere(path: string): Document | undefined {
  try {
    return readFile(path);
  } catch (error) {
    if (error instanceof UserError && isSystemError(error.cause) && error.cause.code === "ENOENT")
      return undefined;
    throw error;
  }
}

/** Bytes as text, or a refusal that names the place. */
export function readText(path: string, bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) {
    throw new UserError(
      `${path} holds ${Math.round(bytes.length / 1e6)} MB; files are read up to 256 MB.`,
      "Split it.",
    );
  }
  const decoded = decodeText(bytes);
  if ("text" in decoded) return decoded.text;

  const { span, message, hint } = decoded.problem;
  throw new UserError(
    `${path}:${span.start.line}:${span.start.column} ${message}`,
    hint ?? "Save the file as UTF-8.",
  );
}

export function readBytes(path: string, source: string | number): Uint8Array {
  try {
    return readFileSync(source);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const mistake = mistakeOf(path, error.code);
    mistake.cause = error;
    throw mistake;
  }
}

function mistakeOf(path: string, code: string): UserError {
  const [, parameter] = code === "ENOENT" || code === "ENAMETOOLONG" ? (/^(\w+)=/.exec(path) ?? []) : [];
  // What follows may be a password.
  if (parameter !== undefined) {
    return new UserError(
      `There is no file ${parameter}=….`,
      `Is it a parameter's value? Those follow a flag: --parameters ${parameter}=….`,
    );
  }
  return new UserError(`${path} ${REASONS[code] ?? `cannot be read (${code})`}.`, hintOf(code));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  EISDIR: "is a folder and not a file",
  EACCES: "may not be read",
  ENOTDIR: "is not there",
  ELOOP: "is a link that leads to itself",
  ERR_FS_FILE_TOO_LARGE: "is too large to be read",
};

function hintOf(code: string): string {
  return code === "ENOENT"
    ? "Name an intent file, or let `isthmus init` write one to start from."
    : "Name a file that can be read.";
}
