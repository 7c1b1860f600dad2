// Bundles src/ into dist/: one file to start with, and one for each part that only some commands need.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const manifest = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'))
// Taken into the bundle because nearly every command needs them at once, and a package of many small files costs more to find than to
// run; all others are loaded where they are used.
const bundled = ['@date-fns/utc', 'chalk', 'cli-table3', 'commander', 'date-fns', 'string-width']

await rm(new URL('dist', import.meta.url), { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: import.meta.dirname,
  // What runs in a thread of its own is a file of its own, found beside the part that starts it.
  entryPoints: {
    main: 'src/main.ts',
    'chunks/xls-worker': 'src/read/xls-worker.js',
    'chunks/sheet-worker': 'src/commands/sheet-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.12',
  chunkNames: 'chunks/[name]-[hash]',
  external: Object.keys(manifest.dependencies).filter((name) => !bundled.includes(name)),
  define: { CRM_VERSION: JSON.stringify(manifest.version) },
  legalComments: 'linked',
  // A bundled CommonJS package asks for Node's own modules through `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
  metafile: true,
})
await writeFile(new URL('dist/third-party-notices.txt', import.meta.url), await notices(Object.keys(metafile.inputs)))

/** The licences of the packages that the bundle holds, those of their own packages among them. */
async function notices(files) {
  const folders = files.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file)?.[0])
  const texts = [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .sort()
    .map(notice)
  return (await Promise.all(texts)).join('\n')
}

async function notice(folder) {
  const own = new URL(folder, import.meta.url)
  const { name, version, license } = JSON.parse(await readFile(new URL('package.json', own), 'utf8'))
  const file = (await readdir(own)).find((entry) => /^licen[cs]e/i.test(entry))
  if (file === undefined) throw new Error(`${name} has no licence file to take over`)
  return `${name} ${version} (${license})\n\n${await readFile(new URL(file, own), 'utf8')}`
}
