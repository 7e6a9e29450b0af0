/** A folder with one input in it, and which of its files is passed to a command. */
export interface PlantedInput {
  readonly files: Readonly<Record<string, string>>;
  readonly input: string;
  readonly flags?: readonly string[];
}
