import { LabError } from "../../lab/run/lab-error.ts";
import { fileError } from "../file-error.ts";
import { isSystemError, UserError } from "../user-error.ts";

/** What stops a lab and a person can put right, as the command line says such things. */
export async function asUserError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LabError) throw new UserError(error.message, error.hint);
    if (isSystemError(error) && error.code === "ENOENT" && "path" in error)
      throw new UserError(`${String(error.path)} is not on this machine.`, "Run isthmus lab doctor.");
    if (isSystemError(error) && "path" in error) throw fileError(error, String(error.path));
    throw error;
  }
}
