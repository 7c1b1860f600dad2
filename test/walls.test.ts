import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Side {
  readonly path?: string
  readonly pathNot?: string
}

interface Wall {
  readonly name: string
  readonly comment: string
  readonly from: Side
  readonly to: Side
}

const project = resolve(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
const { forbidden: walls } = require(join(project, '.dependency-cruiser.cjs')) as { forbidden: readonly Wall[] }
const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  object
>
const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[jt]s$/.test(name))
  .map((name) => `src/${name}`)

const installed = { ...manifest.dependencies, ...manifest.devDependencies }

/** What the sources import, whether it is installed beside the program or taken into it. */
const packages = [...new Set(files.flatMap((file) => packagesIn(readFileSync(join(project, file), 'utf8'))))].sort()
const modules = [...files, ...packages.map((name) => `node_modules/${name}/index.js`)]

function packagesIn(code: string): readonly string[] {
  const names = [...code.matchAll(/(?:from|import)[ (]'((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*)(?:\/[^']*)?'/g)].map(
    ([, name]) => name!,
  )
  return names.filter((name) => Object.hasOwn(installed, name))
}

function matched(side: Side, among: readonly string[]): readonly string[] {
  const isIn = new RegExp(side.path ?? '')
  const isOut = new RegExp(side.pathNot === undefined || side.pathNot.includes('$1') ? '^$' : side.pathNot)
  return among.filter((name) => isIn.test(name) && !isOut.test(name))
}

describe('the walls', () => {
  test('there are some', () => expect(walls.length).toBeGreaterThan(20))

  test.each(walls.map((wall) => [wall.name, wall] as const))('%s has a reason and files to hold apart', (_, wall) => {
    expect(wall.comment.length).toBeGreaterThan(20)
    expect(matched(wall.from, files)).not.toEqual([])
    // Node's own modules are no files; every other wall has something on its far side.
    if (wall.to.path !== undefined && !wall.to.path.includes('node:')) expect(matched(wall.to, modules)).not.toEqual([])
  })

  test.each(packages)('package %s is wrapped, or belongs to core', (name) => {
    const isWrapped = walls.some((wall) => wall.name === `wrapped-${name}`)
    expect(isWrapped || /^(@date-fns\/utc|date-fns)$/.test(name)).toBe(true)
  })

  test.each(walls.filter(({ name }) => name.startsWith('wrapped-')).map((wall) => [wall.name, wall] as const))(
    '%s: its wrapper is there and imports it',
    (name, wall) => {
      const wrapper = new RegExp(wall.from.pathNot ?? '')
      const imported = `'${name.replace('wrapped-', '')}`
      expect(
        files.filter((file) => wrapper.test(file) && readFileSync(join(project, file), 'utf8').includes(imported)),
      ).not.toEqual([])
    },
  )
})

describe('the world', () => {
  // The tests of dependencies see imports; these names are there without one.
  const outside = /\bprocess\.(?!versions)|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(/

  test.each(files.filter((file) => file !== 'src/io.ts'))('%s takes neither process nor clock nor chance', (file) => {
    const code = readFileSync(join(project, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code).not.toMatch(outside)
  })
})
