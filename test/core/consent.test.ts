import { expect, test } from 'vitest'
import { readConsent, typedConsent } from '../../src/core/consent.js'

test.each([
  ['yes', 'yes Yes TRUE 1 是 同意 接受 已订阅 subscribed opt_in opt-in opted in ja oui'],
  ['no', 'no No FALSE 0 否 不同意 拒绝 未订阅 退订 unsubscribed opt_out opt-out nein non'],
])('a file says %s', (said, words) => {
  for (const word of words.replace('opted in', 'opted_in').split(' '))
    expect([word, readConsent(word)]).toEqual([word, said])
})

test.each(['', '-', 'maybe', 'pending', '无', 'not subscribed yet', 'no idea'])(
  'is not known from "%s": unknown is not refusal (R8)',
  (text) => expect(readConsent(text)).toBe(''),
)

test.each([
  ['', 'unknown'],
  ['不清楚', 'unknown'],
  ['opt-out', 'no'],
  ['不再联系', 'no'],
  ['是', 'yes'],
  ['perhaps', null],
])('typed "%s" is %s', (text, said) => expect(typedConsent(text)).toBe(said))
