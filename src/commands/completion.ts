import { SHELLS, type Shell } from '../completion/words.js'
import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { completionWords } from '../messages/completion.js'
import { completionScripts } from './completion-scripts.js'

/** `crm completion SHELL`: the lines that teach a shell to complete crm's words, and where to put them. */
export async function completionCommand(
  args: { readonly shell?: Shell | undefined },
  context: Context,
): Promise<number> {
  const { shell } = args
  if (shell === undefined)
    throw new UserError('usage', 'cli.missing-argument', { command: 'completion', name: SHELLS.join('|') })
  context.print(completionScripts[shell])
  context.say(context.words(completionWords)[shell])
  return 0
}
