/** Where things lie inside a lab: in its own memory file system, which nobody outside sees and which dies with it. */
export const LAB_ROOT = "/run/isthmus";

export const DAEMONS = `${LAB_ROOT}/daemons`;

export function daemonFolder(daemon: string): string {
  return `${DAEMONS}/${daemon}`;
}

export interface LabFile {
  readonly path: string;
  readonly text: string;
}
