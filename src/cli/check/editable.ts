import { type Loaded, STDIN } from "../load-input.ts";

/** Why a file is not one that `--fix` changes; `undefined` where it is. */
export function whyNotEditable({ path, writtenAs }: Loaded): string | undefined {
  if (path === STDIN) return "stdin is no file.";
  switch (writtenAs) {
    case "estate":
    case "arm-template":
      return undefined;
    case "azure-export":
      return "an export says what Azure has, and a change of it changes nothing there.";
    case "terraform-plan":
      return "a plan is made by Terraform: put its sources right.";
    case "design":
      return "a design is made from its intent: put that right.";
    case "intent":
      return "what an intent asks for is its author's to choose.";
    case undefined:
      return "it is nothing that Isthmus reads.";
  }
}

export function isEditable(loaded: Loaded): boolean {
  return whyNotEditable(loaded) === undefined;
}
