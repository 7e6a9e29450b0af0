import type { Context } from "../command-context.ts";
import { jsonSchema, type SchemaName } from "../schemas.ts";

/** Prints the JSON Schema of a file or an answer, for editors and programs. */
export function schema(this: Context, _flags: Readonly<Record<never, never>>, name: SchemaName = "intent"): void {
  this.process.stdout.write(jsonSchema(name));
}
