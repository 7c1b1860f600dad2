const yes = /^(yes|y|true|1|是|同意|接受|已订阅|subscribed)$/i
const no = /^(no|n|false|0|否|不同意|拒绝|未订阅|unsubscribed)$/i
const unknown = /^(unknown|not known|\?|不清楚|未知|不知道)$/i

/** Whether a customer agrees to be written to (R30: the customer's own wish, apart from delisting). */
export type Consent = 'yes' | 'no' | 'unknown'

/** Consent as a file says it; anything else is unknown, which is not refusal. */
export function readConsent(text: string): 'yes' | 'no' | '' {
  if (yes.test(text)) return 'yes'
  return no.test(text) ? 'no' : ''
}

/** Consent as somebody types it; null for what is no answer. */
export function typedConsent(text: string): Consent | null {
  if (text === '' || unknown.test(text)) return 'unknown'
  if (/^(opt-?out|退订|不再联系)$/i.test(text)) return 'no'
  return readConsent(text) || null
}
