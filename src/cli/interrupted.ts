import { UserError } from "./user-error.ts";

/** A signal that came before the end, and what it left. */
export class Interrupted extends UserError {
  /** As a shell counts a program that a signal ended. */
  readonly exitCode: number;

  constructor(exitCode: number, message: string, hint: string) {
    super(message, hint);
    this.exitCode = exitCode;
  }
}
