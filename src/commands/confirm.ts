import type { Context } from '../context.js'
import { foldName } from '../core/import/told/identity.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { safetyMessages } from '../messages/safety.js'

/** How a dangerous change is agreed to on the command line. */
export interface ConfirmArgs {
  readonly yes: boolean
  readonly confirm?: string | undefined
}

/**
 * Makes sure that a change that is hard to take back is meant: by `--yes --confirm NAME`, or on a terminal by typing the name. UserError
 * `confirm.needed`, `confirm.other-name`.
 */
export async function confirmNamed(
  { yes, confirm }: ConfirmArgs,
  name: string,
  warning: string,
  context: Context,
): Promise<void> {
  const isSame = (typed: string) => foldName(typed) === foldName(name)
  if (confirm !== undefined && !isSame(confirm)) throw new UserError('usage', 'confirm.other-name', { name })
  if (yes && confirm !== undefined) return
  const { stdin, stdout } = context.io
  if (!stdin.isTTY || !stdout.isTTY) throw new UserError('usage', 'confirm.needed', { name })
  context.warn(forTerminal(warning))
  context.warn(forTerminal(context.words(safetyMessages).typeName(name)))
  if (!isSame(await typedLine(context))) throw new UserError('usage', 'confirm.other-name', { name })
}

/** The first line somebody types; '' where the input ends without one. */
async function typedLine({ io }: Context): Promise<string> {
  let typed = ''
  const decoder = new TextDecoder()
  for await (const chunk of io.stdin.chunks()) {
    typed += decoder.decode(chunk, { stream: true })
    if (typed.includes('\n')) break
  }
  return (typed.split('\n')[0] ?? '').trim()
}
