import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isSystemError, UserError } from "../user-error.ts";

/** `HEAD~1:network.yaml`: a file as a git revision has it, by its path from here. */
export interface Revision {
  readonly revision: string;
  readonly path: string;
}

/** `undefined` for the name of a file, which may hold colons itself. */
export function parseRevision(text: string): Revision | undefined {
  const [, revision, path] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (revision === undefined || path === undefined || existsSync(text)) return undefined;
  // A drive of Windows.
  if (/^[a-z]$/i.test(revision) && /^[\\/]/.test(path)) return undefined;
  return { revision, path };
}

const MOST_BYTES = 256_000_000;

/** What git has of it; `undefined` where the revision has no such file. */
export function readRevision({ revision, path }: Revision): Uint8Array | undefined {
  // Nothing that a person writes may be an option of git.
  if (revision.startsWith("-")) throw noRevision(revision);
  const folder = dirname(path);
  if (!existsSync(folder))
    throw new UserError(`${folder} is not there.`, "Name a file by its path from here.");

  runGit(folder, ["rev-parse", "--git-dir"], () => {
    return new UserError(`${folder} lies in no git repository.`, "Name two files instead.");
  });
  runGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{tree}`], () =>
    noRevision(revision),
  );
  const blob = `${revision}:./${basename(path)}`;
  try {
    runGit(folder, ["cat-file", "-e", blob], () => new Missing());
  } catch (error) {
    if (error instanceof Missing) return undefined;
    throw error;
  }
  return runGit(folder, ["cat-file", "blob", blob], () => {
    return new UserError(`${path} is no file in ${revision}.`, "Name an intent or estate file.");
  });
}

class Missing extends Error {}

function noRevision(revision: string): UserError {
  return new UserError(
    `git knows no revision "${revision}".`,
    "Name a branch, a tag or a commit, as in main:network.yaml.",
  );
}

/** Without a shell: each argument is one argument, whatever it holds. */
function runGit(folder: string, args: readonly string[], refused: () => Error): Uint8Array {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      maxBuffer: MOST_BYTES,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT")
      throw new UserError("git is not there.", "Install git, or name two files instead.");
    if (isSystemError(error) && error.code === "ENOBUFS")
      throw new UserError("The file is larger than 256 MB in that revision.", "Split it.");
    throw refused();
  }
}
