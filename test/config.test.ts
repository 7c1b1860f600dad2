import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { flagged, readLang, type SettingFlags, settingsOf } from '../src/config.js'
import { userSettingsFile } from '../src/config-files.js'
import { fakeIo } from './fake-io.js'
import { makeWorld } from './support/world.js'

const settings = (flags: SettingFlags, env: Record<string, string> = {}, tty?: number) =>
  settingsOf(flags, fakeIo({ cwd: '/', env, ...(tty === undefined ? {} : { tty }) }))

describe('language', () => {
  test.each([
    ['zh', 'zh'],
    ['zh_CN.UTF-8', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['en_GB.UTF-8', 'en'],
    ['EN', 'en'],
    ['fr_FR.UTF-8', null],
    ['zhuang', null],
    ['', null],
  ])('%s is %s', (tag, lang) => expect(readLang(tag)).toBe(lang))

  test.each<[string, SettingFlags, Record<string, string>, object]>([
    ['the flag', { lang: 'zh' }, { CRM_LANG: 'en' }, { value: 'zh', origin: 'flag', name: '--lang' }],
    ['then CRM_LANG', {}, { CRM_LANG: 'zh', LANG: 'en_US' }, { value: 'zh', origin: 'environment', name: 'CRM_LANG' }],
    ['then LC_ALL', {}, { LC_ALL: 'zh_CN', LANG: 'en_US' }, { value: 'zh', origin: 'environment', name: 'LC_ALL' }],
    [
      'then LC_MESSAGES',
      {},
      { LC_MESSAGES: 'zh_CN', LANG: 'en_US' },
      { value: 'zh', origin: 'environment', name: 'LC_MESSAGES' },
    ],
    ['then LANG', {}, { LANG: 'zh_CN' }, { value: 'zh', origin: 'environment', name: 'LANG' }],
    [
      'C names no language',
      {},
      { LC_ALL: 'C.UTF-8', LANG: 'zh_CN' },
      { value: 'zh', origin: 'environment', name: 'LANG' },
    ],
    ['another language is English', {}, { LANG: 'fr_FR' }, { value: 'en', origin: 'environment', name: 'LANG' }],
    ['then the system', {}, {}, { value: 'en', origin: 'system' }],
  ])('%s', (_, flags, env, expected) => expect(settings(flags, env).lang).toEqual(expected))
})

describe('colour', () => {
  test.each<[string, SettingFlags, Record<string, string>, number | undefined, boolean, string]>([
    ['on a terminal', {}, {}, 80, true, 'system'],
    ['not in a pipe', {}, {}, undefined, false, 'system'],
    ['NO_COLOR', {}, { NO_COLOR: '1' }, 80, false, 'environment'],
    ['an empty NO_COLOR counts as none', {}, { NO_COLOR: '' }, 80, true, 'system'],
    ['FORCE_COLOR', {}, { FORCE_COLOR: '1' }, undefined, true, 'environment'],
    ['FORCE_COLOR=0', {}, { FORCE_COLOR: '0' }, 80, false, 'environment'],
    ['a dumb terminal', {}, { TERM: 'dumb' }, 80, false, 'environment'],
    ['the flag outranks them', { color: true }, { NO_COLOR: '1' }, undefined, true, 'flag'],
  ])('%s', (_, flags, env, tty, value, origin) =>
    expect(settings(flags, env, tty).color).toMatchObject({ value, origin }),
  )
})

describe('width', () => {
  test.each<[string, Record<string, string>, number | undefined, number]>([
    ['the terminal has one', {}, 120, 120],
    ['never too narrow to read', {}, 10, 40],
    ['a pipe cuts nothing off', {}, undefined, Number.POSITIVE_INFINITY],
    ['CRM_WIDTH', { CRM_WIDTH: '60' }, 120, 60],
    ['a CRM_WIDTH that is no width', { CRM_WIDTH: 'wide' }, 120, 120],
  ])('%s', (_, env, tty, value) => expect(settings({}, env, tty).width.value).toBe(value))
})

test('a flag is found on a command line nobody has parsed', () => {
  expect(flagged(['tier', '--lang', 'zh'], '--lang')).toBe('zh')
  expect(flagged(['--lang=zh', 'tier'], '--lang')).toBe('zh')
  expect(flagged(['tier', '--lang'], '--lang')).toBeUndefined()
  expect(flagged(['tier'], '--lang')).toBeUndefined()
})

describe('settings files', () => {
  test('the one in this folder stands before the user’s own, and both after the environment', async () => {
    const { folder } = makeWorld()
    const own = join(folder, 'home', '.config', 'crm')
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'config.json'), '{"lang": "zh", "ascii": true, "pager": "more"}')
    writeFileSync(join(folder, 'crm.config.json'), '{"lang": "en", "color": true}')
    const { lang, ascii, color, pager } = settingsOf({}, fakeIo({ cwd: folder, env: { PAGER: 'most' } }))
    expect(lang).toEqual({ value: 'en', origin: 'file', name: join(folder, 'crm.config.json') })
    expect(ascii).toEqual({ value: true, origin: 'file', name: join(own, 'config.json') })
    expect([color.value, pager.value]).toEqual([true, 'most'])
    expect(settingsOf({}, fakeIo({ cwd: folder, env: { CRM_LANG: 'zh' } })).lang).toMatchObject({
      origin: 'environment',
    })
  })

  test('a folder names no program to run', async () => {
    const { folder, crm } = makeWorld()
    writeFileSync(join(folder, 'crm.config.json'), '{"pager": "touch ran", "ascii": true}')
    const { pager, ascii } = settingsOf({}, fakeIo({ cwd: folder, tty: 80 }))
    expect([pager.value, ascii.value]).toEqual(['less', true])
    expect(await crm('list')).toMatchObject({ code: 78, stderr: expect.stringContaining('crm.config.json') })
  })

  test('stand where each system keeps them', () => {
    const place = (platform: string, env = {}) => userSettingsFile({ platform, home: '/h', env })
    expect(place('linux')).toBe('/h/.config/crm/config.json')
    expect(place('linux', { XDG_CONFIG_HOME: '/x' })).toBe('/x/crm/config.json')
    expect(place('darwin')).toBe('/h/Library/Application Support/crm/config.json')
    expect(place('win32', { APPDATA: '/a' })).toBe('/a/crm/config.json')
  })
})

describe('signs of a terminal', () => {
  test.each<[string, Record<string, string>, number | undefined, boolean]>([
    ['UTF-8', { LANG: 'zh_CN.UTF-8' }, 80, false],
    ['another character set', { LANG: 'zh_CN.GBK' }, 80, true],
    ['another character set, in a pipe', { LANG: 'zh_CN.GBK' }, undefined, false],
    ['none named', { LANG: 'C' }, 80, false],
    ['LC_ALL stands before LANG', { LC_ALL: 'C.UTF-8', LANG: 'zh_CN.GBK' }, 80, false],
    ['a console with wide lines', { CRM_AMBIGUOUS_WIDE: '1' }, 80, true],
  ])('%s', (_, env, tty, value) => expect(settings({}, env, tty).ascii.value).toBe(value))
})
