import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** Tests in which a day could slip when the computer's zone is not UTC; all of them run in three zones. */
const dateSensitive = [
  'test/zone.test.ts',
  'test/core/values/*{date,day,zone}*.test.ts',
  'test/core/import/*date*.test.ts',
  'test/read/xlsx*.test.ts',
  'test/render/*.test.ts',
  'test/cli/transcripts.test.ts',
]

function inZone(name: string, zone: string, include: string[]) {
  return { extends: true as const, test: { name, include, env: { TZ: zone } } }
}

export default defineConfig({
  define: { CRM_VERSION: JSON.stringify(manifest.version) },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A zone is a property of a whole process, which threads would share.
    pool: 'forks',
    projects: [
      inZone('UTC', 'UTC', ['test/**/*.test.ts']),
      inZone('Shanghai', 'Asia/Shanghai', dateSensitive),
      inZone('Los Angeles', 'America/Los_Angeles', dateSensitive),
    ],
  },
})
