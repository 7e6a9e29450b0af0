import { UserError } from "./user-error.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Each script asks `isthmus __complete` with the words so far; files are completed where it has no answer. */
const scripts: Readonly<Record<Shell, string>> = {
  // No mapfile: macOS has bash 3.2. No word splitting of the answers: a name may hold a star.
  bash: `_isthmus() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(isthmus __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _isthmus isthmus
`,
  zsh: `#compdef isthmus
_isthmus() {
  local -a found
  found=("\${(@f)$(isthmus __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -- "\${found[@]}"; else _files; fi
}
compdef _isthmus isthmus
`,
  fish: `function __isthmus_complete
  set -l found (isthmus __complete (commandline -opc)[2..-1] (commandline -ct | string collect) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c isthmus -f -a '(__isthmus_complete)'
`,
};

export function completionScript(shell: Shell): string {
  return scripts[shell];
}

export function parseShell(text: string): Shell {
  const found = SHELLS.find((shell) => shell === text);
  if (found) return found;
  throw new UserError(`There is no completion for "${text}".`, `Name one of: ${SHELLS.join(", ")}.`);
}
