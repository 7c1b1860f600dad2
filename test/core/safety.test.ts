import { expect, test } from 'vitest'
import { backupName, backupsToDrop, namedBackup } from '../../src/core/backup.js'
import { jsonWithoutPerson, personalPattern, withoutPerson } from '../../src/core/personal-words.js'

const DAY_MS = 86_400_000

test('a backup’s name says when and why it was made; other files are none', () => {
  const at = Date.parse('2026-09-01T02:03:04.005Z')
  expect(backupName(at, 'restore')).toBe('20260901-020304005-restore.db')
  expect(namedBackup(backupName(at, 'restore'))).toMatchObject({ at, cause: 'restore' })
  for (const name of [
    'crm.db',
    '20260901-020304005-other.db',
    '20261301-020304005-hand.db',
    '20260901-020304005-hand.db.tmp-1',
  ])
    expect(namedBackup(name)).toBeNull()
})

test('rotation keeps the newest three of today and the newest of each day before, ten in all (R33)', () => {
  const backups = Array.from({ length: 60 }, (_, i) => ({ at: (100 - Math.floor(i / 5)) * DAY_MS + (i % 5) * 1000 }))
  const dropped = backupsToDrop(backups, 100, (at) => Math.floor(at / DAY_MS))
  const kept = backups.filter((one) => !dropped.includes(one)).map(({ at }) => at)
  const today = [4, 3, 2].map((second) => 100 * DAY_MS + second * 1000)
  const before = [99, 98, 97, 96, 95, 94, 93].map((day) => day * DAY_MS + 4000)
  expect(kept.sort((a, b) => b - a)).toEqual([...today, ...before])
})

test('a person is taken out of texts in every spelling, and nobody else is', () => {
  const pattern = personalPattern({ names: ['Li Lei', '李雷'], texts: ['li@mail-a.com'], phones: ['+8613800138001'] })!
  const clean = (text: string) => withoutPerson(text, pattern)
  expect(clean('LI LEI, li@MAIL-a.com, +86 138 0013 8001, 138-0013-8001, 13800138001')).toBe('***, ***, ***, ***, ***')
  expect(clean('给李雷送货')).toBe('给***送货')
  for (const other of ['Li Leiming', 'Ali Lei', '113800138001', '138001380012', 'ali@mail-b.com'])
    expect(clean(other)).toBe(other)
  expect(personalPattern({ names: ['李'], texts: ['ab'], phones: [] })).toBeNull()
})

test('a name stands in names of files with other signs between its parts', () => {
  const pattern = personalPattern({ names: ['Ann Lee', '--'], texts: [], phones: [] })!
  expect(withoutPerson('ann-lee.vcf, Ann_Lee, Ann  Lee; Annlee', pattern)).toBe('***.vcf, ***, ***; Annlee')
  expect(withoutPerson('a -- b', pattern)).toBe('a *** b')
})

test('of a JSON the values are cleaned, its keys stay, and phones a spreadsheet took for numbers go', () => {
  const pattern = personalPattern({ names: ['note', 'Ann "Lee"'], texts: [], phones: ['+8613800138001'] })!
  const json = { note: 'the Note of Ann "Lee"', cells: [13800138001, 138, null, '138 0013 8001'] }
  expect(JSON.parse(jsonWithoutPerson(JSON.stringify(json), pattern))).toEqual({
    note: 'the *** of ***',
    cells: ['***', 138, null, '***'],
  })
  expect(jsonWithoutPerson('{"n": 1}', pattern)).toBe('{"n": 1}')
  expect(jsonWithoutPerson('no JSON, a note', pattern)).toBe('{}')
})
