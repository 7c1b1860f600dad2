/** What an item is closed by. */
export function itemKey(rule: string, subject = ''): string {
  return subject === '' ? rule : `${rule}:${subject}`
}

/** The rule of an item's key. */
export function ruleOfKey(key: string): string {
  const end = key.indexOf(':')
  return end < 0 ? key : key.slice(0, end)
}

/** Which of the rule's items a key means; '' where the rule has one at a time. */
export function subjectOfKey(key: string): string {
  const end = key.indexOf(':')
  return end < 0 ? '' : key.slice(end + 1)
}
