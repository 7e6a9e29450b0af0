import { certificatesScript } from "./certificates-script.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { LAB_ROOT } from "./lab-files.ts";

/** They lie in the lab's memory and nowhere else, and a lab that has them keeps them. */
const SCRIPT = certificatesScript(`${LAB_ROOT}/certificates`);

export async function makeCertificates(holder: Holder): Promise<void> {
  const { code, stderr } = await runInLab(holder, ["sh", "-c", SCRIPT]);
  if (code !== 0)
    throw new LabError(`openssl makes no certificates: ${stderr.trim()}`, "Run `isthmus lab doctor`.");
}
