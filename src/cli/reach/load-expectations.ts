import { basename, dirname, extname, join } from "node:path";
import type { Prediction } from "../../predict.ts";
import { readExpectations } from "../../readers/expectations/read-expectations.ts";
import type { Document } from "../../source/index.ts";
import type { Shown } from "../format-findings.ts";
import { type LoadedEstate } from "../load-estate.ts";
import { STDIN } from "../load-input.ts";
import { placesOf } from "../places.ts";
import { readFile, readFileIfThere } from "../read-file.ts";
import { reachPlaces } from "./reach-places.ts";

const ENDINGS = [".expect.yaml", ".expect.yml", ".expect.json"];

/** What a file asks of the estate: the one that is named, or else the one beside the input. */
export function loadExpectations(named: string | undefined, loaded: LoadedEstate, prediction: Prediction) {
  const found = named === undefined ? besideInput(loaded.file) : { path: named, document: readFile(named) };
  if (!found) return { expectations: [], diagnostics: [], shown: loaded.shown };

  const { path, document } = found;
  const places = placesOf(reachPlaces(prediction), loaded.estate);
  const shown: Shown = new Map([...loaded.shown, [document.file, { document, path }]]);
  return { ...readExpectations(document, withCalled(places, loaded)), shown };
}

/** An intent may call an existing network otherwise than Azure does: both are good. */
function withCalled(places: ReturnType<typeof placesOf>, { calledInFile }: LoadedEstate) {
  const called = [...calledInFile].flatMap(([own, azures]) =>
    own === azures.toLowerCase()
      ? []
      : places.flatMap(({ id, name }) => {
          const [first = "", ...rest] = name.split("/");
          return first.toLowerCase() === azures.toLowerCase() ? [{ id, name: [own, ...rest].join("/") }] : [];
        }),
  );
  return [...places, ...called];
}

function besideInput(input: string): { readonly path: string; readonly document: Document } | undefined {
  if (input === STDIN) return undefined;

  const stem = basename(input, extname(input));
  const stems = new Set([stem, stem.replace(/\.estate$/, "")]);
  for (const name of [...stems].flatMap((one) => ENDINGS.map((ending) => `${one}${ending}`))) {
    const path = join(dirname(input), name);
    const document = readFileIfThere(path);
    if (document) return { path, document };
  }
  return undefined;
}
