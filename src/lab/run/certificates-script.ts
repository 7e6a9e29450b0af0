/**
 * Makes, in a folder that has none yet, an authority of the lab's own, and a certificate of each role by it; and a client's
 * by another one, which nobody trusts.
 */
export function certificatesScript(folder: string): string {
  return `
  set -e; umask 077; mkdir -p ${folder}; cd ${folder}; [ ! -e client.crt ] || exit 0
  key="-newkey ed25519 -nodes"
  openssl req -x509 $key -keyout ca.key -out ca.crt -days 3650 -subj "/CN=lab"
  openssl req -x509 $key -keyout other-ca.key -out other-ca.crt -days 3650 -subj "/CN=another lab"
  sign() {
    printf 'extendedKeyUsage=%sAuth\\nkeyUsage=digitalSignature\\nsubjectAltName=DNS:%s\\n' "$1" "$1" >"$1.extensions"
    openssl req $key -keyout "$1.key" -out "$1.request" -subj "/CN=$1"
    openssl x509 -req -in "$1.request" -CA "\${2-}ca.crt" -CAkey "\${2-}ca.key" -CAcreateserial -days 3650 -extfile "$1.extensions" -out "$1.crt"
  }
  sign client other-; mv client.crt stranger.crt; mv client.key stranger.key; sign server; sign client
`;
}
