export { listNames } from "../outputs/trace-words/list-names.ts";
