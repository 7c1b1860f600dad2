const yes = /^(yes|y|true|1|是|同意|接受|已订阅|subscribed|opt(ed)?[-_ ]?in|ja|oui|sí|si|sim|tak)$/i
const no =
  /^(no|n|false|0|否|不同意|拒绝|未订阅|退订|已退订|不再联系|unsubscribed|opt(ed)?[-_ ]?out|nein|nej|nei|nee|non|não|nie)$/i
const unknown = /^(unknown|not known|\?|不清楚|未知|不知道)$/i

/** Whether a customer agrees to be written to (R30: the customer's own wish, apart from delisting). */
export type Consent = 'yes' | 'no' | 'unknown'

/** Consent as files say it; '' where they do not. */
export type SaidConsent = Exclude<Consent, 'unknown'> | ''

/** Consent as a file says it; anything else is unknown, which is not refusal. */
export function readConsent(text: string): SaidConsent {
  if (yes.test(text)) return 'yes'
  return no.test(text) ? 'no' : ''
}

/** Consent as somebody types it; null for what is no answer. */
export function typedConsent(text: string): Consent | null {
  if (text === '' || unknown.test(text)) return 'unknown'
  return readConsent(text) || null
}
