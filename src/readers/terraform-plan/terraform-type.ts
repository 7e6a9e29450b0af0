import type { Builder } from "./built.ts";

/** How a type of the azurerm provider is written in ARM. */
export interface TerraformType {
  readonly terraform: string;
  /** ARM's type. */
  readonly type: string;
  /** The argument that names the parent of a child: by its name in the same group, or by its id. */
  readonly parent?: string;
  /** The argument that names it; `name` where absent. */
  readonly name?: string;
  readonly properties: Builder;
  readonly envelope?: Builder;
}

/** A type that adds to the properties of another resource: an association, or an entry of a list. */
export interface TerraformAddition {
  readonly terraform: string;
  /** The argument with the id of that resource. */
  readonly to: string;
  readonly adds: Builder;
  /** The list of that resource that `adds` is one more entry of. */
  readonly list?: string;
  /** Each entry of this list has `list` among its properties, and `adds` is one more entry of all of them. */
  readonly inEach?: string;
}
