import { groupNumber, type Proposal } from "../../model/ipsec-policy.ts";

const WORDS: Readonly<Record<string, string>> = {
  GCMAES256: "aes256gcm16",
  GCMAES192: "aes192gcm16",
  GCMAES128: "aes128gcm16",
  AES256: "aes256",
  AES192: "aes192",
  AES128: "aes128",
  DES3: "3des",
  DES: "des",
  None: "null",
  SHA384: "sha384",
  SHA256: "sha256",
  SHA1: "sha1",
  MD5: "md5",
};

const GROUP_WORDS: Readonly<Record<number, string>> = {
  1: "modp768",
  2: "modp1024",
  14: "modp2048",
  19: "ecp256",
  20: "ecp384",
  24: "modp2048s256",
};

/** As swanctl.conf writes them: `aes256-sha256-modp2048`. With GCM the hash is only there to make keys. */
export function ikeProposals(proposals: readonly Proposal[]): string {
  return proposals
    .map((proposal) => {
      const isGcm = proposal.encryption.startsWith("GCM");
      const hash = proposal.integrity.startsWith("GCM") ? "sha256" : wordOf(proposal.integrity);
      return joined([wordOf(proposal.encryption), isGcm ? `prf${hash}` : hash, groupWord(proposal)]);
    })
    .join(", ");
}

export function espProposals(proposals: readonly Proposal[]): string {
  return proposals
    .map((proposal) => {
      const isGcm = proposal.encryption.startsWith("GCM");
      return joined([
        wordOf(proposal.encryption),
        isGcm ? undefined : wordOf(proposal.integrity),
        groupWord(proposal),
      ]);
    })
    .join(", ");
}

function wordOf(name: string): string {
  return WORDS[name] ?? name.toLowerCase();
}

function groupWord(proposal: Proposal): string | undefined {
  return GROUP_WORDS[groupNumber(proposal) ?? 0];
}

function joined(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join("-");
}
