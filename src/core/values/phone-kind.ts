import parsePhoneNumber from 'libphonenumber-js/max'

/** Whether a phone is carried about or stands on a desk; null where the numbers of its country do not tell. */
export type PhoneKind = 'mobile' | 'landline' | null

const known = new Map<string, PhoneKind>()
const KNOWN_LIMIT = 100_000

/** The kind of a phone in E.164, by the number plan of its country. */
export function phoneKind(e164: string): PhoneKind {
  // Most phones of a Chinese seller, without a look into the plans of the world.
  if (/^\+861[3-9]\d{9}$/.test(e164)) return 'mobile'
  const found = known.get(e164)
  if (found !== undefined) return found
  const kind = kindInPlan(e164)
  if (known.size >= KNOWN_LIMIT) known.clear()
  known.set(e164, kind)
  return kind
}

function kindInPlan(e164: string): PhoneKind {
  const type = parsePhoneNumber(e164)?.getType()
  if (type === 'MOBILE') return 'mobile'
  return type === 'FIXED_LINE' || type === 'TOLL_FREE' || type === 'SHARED_COST' || type === 'UAN' ? 'landline' : null
}
