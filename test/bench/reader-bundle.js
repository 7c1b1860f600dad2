import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { projectFolder } from './programs.js'

let bundle

/** Our readers by themselves, bundled once per run into dist/ (from where their packages are found). */
export async function readerBundle() {
  bundle ??= bundleReaders()
  return bundle
}

async function bundleReaders() {
  const folder = join(projectFolder, 'dist/bench')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'readers.js')
  await build({
    entryPoints: [join(projectFolder, 'src/read/open.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  })
  return outfile
}
