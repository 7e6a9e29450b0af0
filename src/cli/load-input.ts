import { basename, dirname, extname, join } from "node:path";
import { isArmTemplate } from "../readers/arm-template/is-arm-template.ts";
import { readTemplateDocument } from "../readers/arm-template/template-document.ts";
import { withSeveralValues } from "../readers/azure-export/several-values.ts";
import { estateOfDesign } from "../readers/estate/estate-of-design.ts";
import type { InputFormat } from "../readers/input-format.ts";
import { recognise } from "../readers/recognise.ts";
import type { Document, Json } from "../source/index.ts";
import { disk, type FileSource } from "./file-source.ts";
import type { ShownFile } from "./format-findings.ts";
import { loadParameters } from "./load-parameters.ts";
import { readStdin } from "./read-stdin.ts";

export interface Loaded {
  /** As it was named on the command line. */
  readonly path: string;
  readonly document: Document;
  /** `undefined` where the file is nothing that Isthmus reads. */
  readonly format: InputFormat | undefined;
  /** The same, but for a design, which is read as the estate that it holds. */
  readonly writtenAs: InputFormat | undefined;
  readonly lock: Document | undefined;
  readonly lockPath: string;
  readonly folder: string;
  /** Values for the parameters of a template: `<name>.parameters.json` beside it. */
  readonly parameterFiles: readonly Document[];
  readonly parameters: Readonly<Record<string, Json>>;
  /** Of a template: the region of its resource group. */
  readonly location?: string;
  readonly source: FileSource;
  /** Grows where a file leads to others. */
  readonly shown: Map<string, ShownFile>;
}

/** What a program pipes in goes by this name; it lies nowhere, so it has no lock. */
export const STDIN = "-";

/** A template's texts may run over several lines, which no other file's do. */
function withLongTexts(document: Document): Document {
  if (document.problems.length === 0 || !/\.jsonc?$/i.test(document.file)) return document;
  const template = readTemplateDocument(document.file, document.text);
  return isArmTemplate(template) ? template : document;
}

/** What is said of an input on the command line. */
export interface InputGiven {
  readonly parameters?: readonly string[];
  /** Of a template: the region of its resource group. */
  readonly location?: string;
  /** What the file is, where its keys are not to be asked. */
  readonly from?: InputFormat;
}

interface InputPlace extends InputGiven {
  /** What its document goes by, where another file has the same base name. */
  readonly called?: string;
}

/** A file, and what lies beside it: the lock of an intent, the parameters of a template. */
export function loadInput(
  path: string,
  { parameters = [], location, from, called }: InputPlace = {},
  source: FileSource = disk,
): Loaded {
  const read = path === STDIN ? readStdin() : withSeveralValues(withLongTexts(source.read(path, called)));
  const format = from ?? recognise(read);
  const document = format === "design" ? estateOfDesign(read) : read;
  const folder = dirname(path);
  const lockPath = join(folder, `${basename(path, extname(path))}.lock.json`);
  const lock = path === STDIN ? undefined : source.readIfThere(lockPath);
  const shown = new Map<string, ShownFile>([
    [document.file, { document, path: path === STDIN ? "stdin" : source.nameOf(path) }],
  ]);
  if (lock) shown.set(lock.file, { document: lock, path: source.nameOf(lockPath) });
  const isTemplate = format === "arm-template";
  const parametersPath = join(folder, `${basename(path, extname(path))}.parameters.json`);
  const beside = path === STDIN || !isTemplate ? undefined : source.readIfThere(parametersPath);
  if (beside) shown.set(beside.file, { document: beside, path: source.nameOf(parametersPath) });
  const named = loadParameters(parameters);
  for (const { file, document } of named.files) shown.set(document.file, { document, path: file });
  return {
    path,
    document,
    format: format === "design" ? "estate" : format,
    writtenAs: format,
    lock,
    lockPath,
    folder,
    parameterFiles: [...(beside ? [beside] : []), ...named.files.map(({ document }) => document)],
    parameters: named.values,
    ...(location === undefined ? {} : { location }),
    source,
    shown,
  };
}
