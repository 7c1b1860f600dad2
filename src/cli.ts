import { customerCommands } from './cli/customers.js'
import { dataCommands } from './cli/data.js'
import { followUpCommands } from './cli/follow-up.js'
import { leadCommands } from './cli/leads.js'
import { reportCommands } from './cli/reports.js'
import { safetyCommands } from './cli/safety.js'
import { serviceCommands } from './cli/service.js'
import { valueCommands } from './cli/value.js'
import type { AnyCommand } from './surface.js'

/** The whole command surface, in the order of the help. */
export const commands: readonly AnyCommand[] = [
  ...dataCommands,
  ...customerCommands,
  ...valueCommands,
  ...followUpCommands,
  ...leadCommands,
  ...serviceCommands,
  ...reportCommands,
  ...safetyCommands,
]
