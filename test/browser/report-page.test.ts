import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/render/html.js'
import { hostile, hostileNames, sampleWith } from '../render/sample.js'

describe('the HTML report', () => {
  const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
    (name) => spawnSync(name, ['--version']).status === 0,
  )

  it.skipIf(!chromium)(
    `in headless Chromium runs nothing and keeps every row${chromium ? '' : ' (skipped: no chromium on PATH)'}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'crm-html-'))
      try {
        const page = join(folder, 'report.html')
        writeFileSync(page, renderHtml(sampleWith([hostile]), 'en'))
        const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`, '--dump-dom']
        const dom = execFileSync(chromium!, [...flags, `file://${page}`], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        expect(dom).not.toMatch(/<img|<svg|<script/)
        expect(dom.match(/<tr>/g)).toHaveLength(hostileNames.length + 1)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
