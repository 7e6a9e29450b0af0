import type { Context } from "../command-context.ts";
import type { SchemaName } from "../schema-names.ts";
import { jsonSchema } from "../schemas.ts";

/** Prints the JSON Schema of a file or an answer, for editors and programs. */
export function schema({ process: { stdout } }: Context, _flags: object, name: SchemaName = "intent"): void {
  stdout.write(jsonSchema(name));
}
