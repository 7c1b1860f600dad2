import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '..', '..')
const main = join(project, 'dist', 'main.js')

/** Whether the program was built at all: without it, tests of the built program are skipped by name. */
export const isBuilt = existsSync(main)

/** Fails where the built program is older than its sources: it would be another program that is tested. */
export function refuseStaleBuild(): void {
  const built = statSync(main).mtimeMs
  const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
  const files = ['build.js', 'package.json', ...sources.map((name) => join('src', name))]
  const newer = files.filter((name) => {
    const found = statSync(join(project, name))
    return found.isFile() && found.mtimeMs > built
  })
  if (newer.length > 0) throw new Error(`dist is older than ${newer[0]}: run npm run build`)
}
