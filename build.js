// Bundles src/ into dist/: one file to start with, and one for each part that only some commands need.
import { readFile, rm } from 'node:fs/promises'
import { build } from 'esbuild'

const manifest = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'))
// Taken into the bundle because every command needs them at once; all others are loaded where they are used.
const bundled = ['commander']

await rm(new URL('dist', import.meta.url), { recursive: true, force: true })
await build({
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
})
