import { commands } from './cli.js'
import { UserError } from './core/values/failure.js'
import { nearest } from './core/values/text.js'

/** There is no command of that name, but perhaps ones like it. */
export function unknownCommand(name: string): UserError {
  const near = nearest(
    name,
    commands.map((command) => command.name),
  )
  return new UserError('usage', 'cli.unknown-command', { name, near: near.join(', ') })
}
