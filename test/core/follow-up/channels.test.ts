import { describe, expect, test } from 'vitest'
import { CHANNELS, channelNamed, channelNames, channelWords } from '../../../src/core/follow-up/channels.js'

describe('channels', () => {
  test.each([
    ['wechat', 'wechat'],
    ['微信', 'wechat'],
    ['WeChat', 'wechat'],
    ['E-Mail', 'email'],
    ['电子邮件', 'email'],
    ['Whats App', 'whatsapp'],
    ['打电话', 'phone'],
    ['旺旺', 'platform'],
    ['上门拜访', 'visit'],
    ['ＳＭＳ', 'sms'],
  ])('%s is %s', (typed, channel) => {
    expect(channelNamed(typed)).toBe(channel)
  })

  test('what is none is none', () => {
    for (const typed of ['', 'pigeon', '鸽子', 'constructor']) expect(channelNamed(typed)).toBeNull()
  })

  test('each is known by its names in both languages, and no word means two of them', () => {
    for (const channel of CHANNELS)
      for (const name of [channelNames.en[channel], channelNames.zh[channel]]) expect(channelNamed(name)).toBe(channel)
    const words = CHANNELS.flatMap((channel) => [
      ...new Set([channel, ...channelWords(channel)].map((w) => w.toLowerCase())),
    ])
    expect(new Set(words).size).toBe(words.length)
  })
})
