import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingsOf } from '../src/config.js'
import { writePaged } from '../src/pager.js'
import { runPager } from '../src/run-pager.js'
import { fakeIo } from './fake-io.js'
import { makeWorld } from './support/world.js'

const lines = (count: number) => 'a line\n'.repeat(count)

/** What a screen of ten lines, or a pipe, and the pager get of a text. */
async function shown(text: string, { env = {}, isPipe = false, hasPager = true } = {}) {
  const paged: string[] = []
  const io = fakeIo({
    ...{ cwd: '/', env, rows: 10 },
    ...(isPipe ? {} : { tty: 80 }),
    ...(hasPager ? { pager: (got, program) => void paged.push(program, got) } : {}),
  })
  await writePaged(text, io, settingsOf({}, io))
  return { paged, written: io.stdoutText() }
}

describe('a text longer than the screen', () => {
  test('goes to the pager, a shorter one does not', async () => {
    expect(await shown(lines(10))).toEqual({ paged: ['less', lines(10)], written: '' })
    expect(await shown(lines(9))).toEqual({ paged: [], written: lines(9) })
  })

  test.each([
    ['a pipe', { isPipe: true }],
    ['PAGER is empty', { env: { PAGER: '' } }],
    ['a terminal that cannot move its cursor', { env: { TERM: 'dumb' } }],
    ['no pager can be started', { hasPager: false }],
  ])('is written as it is: %s', async (_, world) => {
    expect(await shown(lines(30), world)).toEqual({ paged: [], written: lines(30) })
  })

  test('CRM_PAGER stands before PAGER', async () => {
    const { paged } = await shown(lines(30), { env: { CRM_PAGER: 'more', PAGER: 'most' } })
    expect(paged[0]).toBe('more')
  })
})

describe('the pager', () => {
  test('gets the whole text, and options that keep it harmless', async () => {
    const { folder } = makeWorld()
    const [copy, seen] = [join(folder, 'copy'), join(folder, 'seen')]
    const text = '一行\n'.repeat(100_000)
    expect(await runPager(text, `cat > '${copy}'; echo "$LESS $LESSSECURE" > '${seen}'`, process.env)).toBe(true)
    expect(readFileSync(copy, 'utf8')).toBe(text)
    expect(readFileSync(seen, 'utf8')).toBe('FRX 1\n')
  })

  test('may be left early', async () => {
    expect(await runPager(lines(200_000), 'head -1 > /dev/null', process.env)).toBe(true)
  })

  test('is not there', async () => {
    expect(await runPager('x', 'no-such-pager-of-ours 2> /dev/null', process.env)).toBe(false)
  })
})
