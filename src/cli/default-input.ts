/** The intent file, where none is named. */
export const DEFAULT_INPUT = "network.yaml";
