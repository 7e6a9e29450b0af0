export { outcomeWords } from "../outputs/trace-words/outcome-words.ts";
