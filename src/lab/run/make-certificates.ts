import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { LAB_ROOT } from "./lab-files.ts";

/**
 * An authority of the lab's own, and a certificate of each role by it. They lie in the lab's memory and nowhere else, and
 * a lab that has them keeps them.
 */
const SCRIPT = `
  set -e; umask 077; mkdir -p ${LAB_ROOT}/certificates; cd ${LAB_ROOT}/certificates; [ ! -e client.crt ] || exit 0
  key="-newkey ed25519 -nodes"
  openssl req -x509 $key -keyout ca.key -out ca.crt -days 3650 -subj "/CN=lab"
  sign() {
    printf 'extendedKeyUsage=%sAuth\\nkeyUsage=digitalSignature\\n' "$1" >"$1.extensions"
    openssl req $key -keyout "$1.key" -out "$1.request" -subj "/CN=$1"
    openssl x509 -req -in "$1.request" -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -extfile "$1.extensions" -out "$1.crt"
  }
  sign server; sign client
`;

export async function makeCertificates(holder: Holder): Promise<void> {
  const { code, stderr } = await runInLab(holder, ["sh", "-c", SCRIPT]);
  if (code !== 0)
    throw new LabError(`openssl makes no certificates: ${stderr.trim()}`, "Run `isthmus lab doctor`.");
}
