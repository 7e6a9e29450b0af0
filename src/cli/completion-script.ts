import { UserError } from "./user-error.ts";

/** Each script asks `isthmus __complete` with the words so far; files are completed where it has no answer. */
const scripts: Readonly<Record<string, string>> = {
  bash: `_isthmus() {
  local IFS=$'\\n'
  COMPREPLY=($(isthmus __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _isthmus isthmus
`,
  zsh: `#compdef isthmus
_isthmus() {
  local -a found
  found=("\${(@f)$(isthmus __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  [[ -n "\${found[1]}" ]] && compadd -- "\${found[@]}" || _files
}
compdef _isthmus isthmus
`,
  fish: `complete -c isthmus -a '(isthmus __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
};

export function completionScripts(shell: string): string {
  const script = scripts[shell];
  if (script !== undefined) return script;
  throw new UserError(`"${shell}" is no shell that is known here.`, `Use one of: ${Object.keys(scripts).join(", ")}.`);
}
