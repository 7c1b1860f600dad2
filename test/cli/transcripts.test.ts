import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder, replay } from './transcript.js'

/** All of them in UTC; of the other zones each takes one language, for what a zone can shift is alike in both. */
const isMine = (name: string): boolean =>
  process.env.TZ === 'UTC' || name.endsWith('.zh.txt') === (process.env.TZ === 'Asia/Shanghai')

const transcripts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt') && isMine(name))
  .sort()

/** `UPDATE=1 npx vitest run test/cli` writes down what the commands say now; read the difference before committing it. */
const isUpdating = process.env.UPDATE === '1'

describe('transcripts', () => {
  test('there are some', () => expect(transcripts.length).toBeGreaterThan(0))

  for (const name of transcripts) {
    test(name, async () => {
      const path = join(import.meta.dirname, name)
      const expected = readFileSync(path, 'utf8')
      const actual = await replay(expected, projectFolder)
      expect(actual, 'a bug is no transcript').not.toMatch(/^= 70$/m)
      if (isUpdating && actual !== expected) writeFileSync(path, actual)
      else expect(actual).toBe(expected)
      expect(expected, 'a transcript runs at least one command').toMatch(/^\$ /m)
    })
  }
})
