// Bundles src/ into dist/: one file to start with, one for help, and one for each part that only some commands need.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const manifest = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'))
// What runs and is no dependency is taken into the bundle: packages that nearly every command needs at once, and those that bring
// packages of their own, so that every computer gets the ones that were tested. Dependencies are loaded where they are used.
const external = Object.keys(manifest.dependencies)

/** One package makes buffers the old way, of which Node warns whoever runs the program outside node_modules. */
const modernBuffers = {
  name: 'modern-buffers',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]archiver-utils[\\/]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      return {
        contents: code.replace(/new Buffer\((size|0)\)/g, 'Buffer.alloc($1)').replaceAll('new Buffer(', 'Buffer.from('),
      }
    })
  },
}

/**
 * What every run begins with is one file, and help another, in place of twenty small ones: each holds what it shares with the
 * commands once more, and loads the rest by name. `later` gathers what it loads.
 */
const startsAlone = (later) => ({
  name: 'starts-alone',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined
      const part = path.replace(/^\.\//, '').replace(/\.js$/, '')
      if (part === 'help') return { path: './help.js', external: true }
      const name = part.replaceAll('/', '-')
      later[`chunks/${name}`] = `src/${part}.ts`
      return { path: `./chunks/${name}.js`, external: true }
    })
  },
})

/** Help tells of commands and runs none. */
const withoutCommands = {
  name: 'without-commands',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined))
  },
}

await rm(new URL('dist', import.meta.url), { recursive: true, force: true })
const shape = {
  absWorkingDir: import.meta.dirname,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.12',
  external,
  // Names stay, so that the places a fault is told by mean something.
  minifyWhitespace: true,
  minifySyntax: true,
  define: { CRM_VERSION: JSON.stringify(manifest.version) },
  logLevel: 'warning',
}
const later = {}
await build({ ...shape, entryPoints: { main: 'src/main.ts' }, plugins: [startsAlone(later)] })
await build({ ...shape, entryPoints: { help: 'src/help.ts' }, plugins: [withoutCommands] })
const { metafile } = await build({
  ...shape,
  // What runs in a thread of its own is a file of its own, found beside the part that starts it.
  entryPoints: {
    ...later,
    'chunks/xls-worker': 'src/read/xls-worker.js',
    'chunks/sheet-worker': 'src/commands/sheet-worker.ts',
  },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  // A bundled CommonJS package asks for Node's own modules through `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  plugins: [modernBuffers],
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
  return `${name} ${version} (${license})\n\n${await licenceText(name, own)}`
}

/** The licence as a file of its own, or as the part of the readme that holds it. */
async function licenceText(name, own) {
  const files = await readdir(own)
  const file = files.find((entry) => /^licen[cs]e/i.test(entry))
  if (file !== undefined) return readFile(new URL(file, own), 'utf8')
  const readme = files.find((entry) => /^readme/i.test(entry))
  const text = readme === undefined ? '' : await readFile(new URL(readme, own), 'utf8')
  const part = /^##? *licen[cs]e\s*\n([\s\S]*?)(?=^##? |$(?![\s\S]))/im.exec(text)?.[1].trim()
  return part ? `${part}\n` : `${name} comes with its licence's name alone.\n`
}
