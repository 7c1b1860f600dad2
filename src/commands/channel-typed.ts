import type { Context } from '../context.js'
import { type Channel, channelNamed, channelNames } from '../core/follow-up/channels.js'
import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/nearest.js'

/** The code of a channel in either language; UserError `channel.unknown`. */
export function channelTyped(typed: string, { lang }: Context): Channel {
  const known = channelNamed(typed)
  if (known !== null) return known
  const names = Object.values(channelNames[lang])
  throw new UserError('usage', 'channel.unknown', {
    value: typed,
    near: nearest(typed, names),
    allowed: names,
  })
}
