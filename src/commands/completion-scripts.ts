import type { Shell } from '../completion/words.js'

/** What each shell is told once; whatever is typed it then asks `crm completion answer`. */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# crm: completion for bash
_crm() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(crm completion answer bash "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *[:=\\<\\>,] ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -o default -F _crm crm
`,
  zsh: `#compdef crm
# crm: completion for zsh
_crm() {
  local line value
  local -a open open_told closed closed_told
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    if [[ $value == *[:=\\<\\>,] ]]; then
      open+=("$value") open_told+=("\${line//$'\\t'/  }")
    else
      closed+=("$value") closed_told+=("\${line//$'\\t'/  }")
    fi
  done < <(crm completion answer zsh "$LBUFFER" 2>/dev/null)
  if (( \${#open} + \${#closed} == 0 )); then
    _files
    return
  fi
  (( \${#open} )) && compadd -U -l -d open_told -S '' -a open
  (( \${#closed} )) && compadd -U -l -d closed_told -a closed
}
compdef _crm crm
`,
  fish: `# crm: completion for fish
function __crm_answer
    set -l found (crm completion answer fish (commandline -cp | string collect) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c crm -f -a '(__crm_answer)'
`,
  powershell: `# crm: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName crm -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition).Replace('"', "'")
    crm completion answer powershell $line 2>$null | ForEach-Object {
        $value, $told = $_ -split "\`t", 2
        if (-not $told) { $told = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $told)
    }
    [Console]::OutputEncoding = $before
}
`,
}
