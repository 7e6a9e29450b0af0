/** Something that stops a lab and that a person can do something about. */
export class LabError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
