import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** Tests in which a day could slip when the computer's zone is not UTC; all of them run in three zones. */
const dateSensitive = [
  'test/zone.test.ts',
  'test/core/values/*{date,day,zone}*.test.ts',
  'test/core/import/deciders/*date*.test.ts',
  'test/read/xlsx.test.ts',
  'test/read/xlsx-{dates,odd-workbooks,differential,number}.test.ts',
  'test/render/*.test.ts',
  'test/cli/transcripts.test.ts',
]

/** Tests that take half a minute and more: begun last, one of them would run while the other core has nothing left to do. */
const slow = [
  'faults/mutated-files',
  'cli/transcripts',
  'store/import-properties',
  'large-files',
  'commands/known-files',
  'faults/statement-faults',
  'faults/kill-random',
  'commands/small-samples',
  'store/told-histories',
  'browser/report-page',
  'commands/undo-every-command',
  'office/worklist',
  'contract/hostile-names',
]

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    const isSlow = ({ moduleId }: TestSpecification) => slow.some((name) => moduleId.endsWith(`/${name}.test.ts`))
    return [...rest.filter(isSlow), ...rest.filter((file) => !isSlow(file))]
  }
}

function inZone(name: string, zone: string, include: string[]) {
  return { extends: true as const, test: { name, include, env: { TZ: zone } } }
}

export default defineConfig({
  define: { CRM_VERSION: JSON.stringify(manifest.version) },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    // A zone is a property of a whole process, which threads would share.
    pool: 'forks',
    projects: [
      inZone('UTC', 'UTC', ['test/**/*.test.ts']),
      inZone('Shanghai', 'Asia/Shanghai', dateSensitive),
      inZone('Los Angeles', 'America/Los_Angeles', dateSensitive),
    ],
  },
})
