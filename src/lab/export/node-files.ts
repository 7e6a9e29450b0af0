import { LAB_ROOT } from "../run/lab-files.ts";

/** Where a node finds what is bound into it: the same places as in a lab of this machine. */

export const SEED_FILE = "seed";

export const START = `${LAB_ROOT}/start.sh`;

export function secretPath(file: string): string {
  return file === SEED_FILE ? `${LAB_ROOT}/${file}` : `${LAB_ROOT}/certificates/${file}`;
}

/** From the folder of the topology into a node. */
export function bindsOf(node: {
  readonly name: string;
  readonly secrets: readonly string[];
}): readonly string[] {
  return [
    `${scriptFile(node.name)}:${START}:ro`,
    ...node.secrets.map((file) => `${secretFile(file)}:${secretPath(file)}:ro`),
  ];
}

export function scriptFile(node: string): string {
  return `nodes/${node}.sh`;
}

export function secretFile(file: string): string {
  return `secrets/${file}`;
}
