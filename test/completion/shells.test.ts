import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '../cli/transcript.js'
import { isBuilt, refuseStaleBuild } from '../support/built.js'
import { makeWorld } from '../support/world.js'

/** How each shell is asked for what its Tab key would offer. */
const asking = {
  bash: (line: string) => [
    '--norc',
    '-c',
    `source <(crm completion bash 2>/dev/null); COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}; _crm; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  fish: (line: string) => [
    '--no-config',
    '-c',
    `crm completion fish 2>/dev/null | source; complete -C '${line}' | string replace -r '\\t.*' ''`,
  ],
}

const answers: Readonly<Record<keyof typeof asking, readonly string[]>> = {
  bash: ['Ann\\ Alder', 'Ann\\ Birch'],
  fish: ['Ann Alder', 'Ann Birch'],
}

describe.skipIf(!isBuilt)('completion in the shells themselves (needs npm run build)', () => {
  beforeAll(refuseStaleBuild)

  for (const shell of ['bash', 'fish'] as const) {
    const isThere = spawnSync(shell, ['--version']).status === 0
    test.skipIf(!isThere)(`${shell} offers customers${isThere ? '' : ` (skipped: no ${shell} here)`}`, async () => {
      const { folder, crm } = makeWorld()
      writeFileSync(
        join(folder, 'orders.csv'),
        'Order ID,Date,Customer,E-mail,Total,Currency\n1,2026-08-01,Ann Alder,a@shop.example,1.00,EUR\n2,2026-08-02,Ann Birch,b@shop.example,2.00,EUR\n3,2026-08-02,Carl Ash,c@shop.example,2.00,EUR\n',
      )
      expect((await crm('import', 'orders.csv')).code).toBe(0)
      mkdirSync(join(folder, 'bin'))
      writeFileSync(join(folder, 'bin', 'crm'), `#!/bin/sh\nexec node '${projectFolder}/bin/crm.js' "$@"\n`)
      chmodSync(join(folder, 'bin', 'crm'), 0o755)
      const { stdout } = spawnSync(shell, asking[shell]('crm show An'), {
        cwd: folder,
        env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, CRM_DB: join(folder, 'crm.db') },
        encoding: 'utf8',
      })
      expect(stdout.trim().split('\n')).toEqual(answers[shell])
    })
  }
})
