const KEYWORDS =
  "true false null any array as assert az bool existing extends extension extensionConfig for from func if import in int " +
  "metadata module none object output param provider resource resourceInput resourceOutput string sys targetScope test " +
  "type using var void with";

/** A resource of such a name would hide the function. */
const CALLED_FUNCTIONS = "json resourceGroup resourceId subscription";

/** https://developer.hashicorp.com/terraform/language/block/variable, read 2026-11-28: no variable may be called so. */
const TERRAFORM_ARGUMENTS = "count lifecycle locals providers source version";

/**
 * Names that no resource and no parameter gets. Bicep forbids only the first three, but none of its words reads well as a name.
 * https://github.com/Azure/bicep/blob/main/src/Bicep.Core/LanguageConstants.cs, read 2026-11-25
 */
export const reservedNames: readonly string[] =
  `${KEYWORDS} ${CALLED_FUNCTIONS} ${TERRAFORM_ARGUMENTS}`.split(" ");
