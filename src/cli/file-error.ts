import { isSystemError, UserError } from "./user-error.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "the file would be larger than is allowed",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EROFS: "the file system is read-only",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a part of the path is a file",
  EISDIR: "a folder is in the place of a file",
  ELOOP: "the path goes round in a loop of links",
  ENAMETOOLONG: "the name is too long",
};

/** What a system call said of a place, as something that a person can put right; anything else stays as it is. */
export function fileError(error: unknown, path: string): unknown {
  if (!isSystemError(error)) return error;

  const reason = REASONS[error.code] ?? error.code;
  const mistake = new UserError(
    `${path}: ${reason}; nothing was written.`,
    "Make room or rights there, or write elsewhere.",
  );
  mistake.cause = error;
  return mistake;
}
