import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { projectFolder } from '../cli/transcript.js'

/** Folders that hold pages of the project. */
const FOLDERS = ['.', 'docs', 'fixtures', 'test/cli']

/** Every page of the project, by its path from the project's folder. */
export const allPages: readonly string[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(projectFolder, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

/** The text of a page by its path from the project's folder. */
export function pageText(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8')
}

/** A line of fenced code, or a piece of code within a sentence. */
export interface Code {
  readonly text: string
  readonly isFenced: boolean
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```/gm

/** The text outside of fences: what links, headings and code within sentences stand in. */
export function prose(page: string): string {
  return page.replace(FENCE, '').replace(/<!--[\s\S]*?-->/g, '')
}

/** How many fences a page has. */
export function fenceCount(page: string): number {
  return [...page.matchAll(FENCE)].length
}

/** Every piece of code of a page: lines of fences (of a console only what is typed), then code within sentences. */
export function codeOf(page: string): readonly Code[] {
  const fenced = [...page.matchAll(FENCE)].flatMap(([, kind, body]) => {
    const lines = body!.split('\n')
    return kind === 'console' ? lines.flatMap((line) => /^\$ (.*)/.exec(line)?.[1] ?? []) : lines
  })
  const inline = [...prose(page).matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!)
  return [
    ...fenced.map((text) => ({ text: text.trim(), isFenced: true })),
    ...inline.map((text) => ({ text: text.trim(), isFenced: false })),
  ]
}

/** The headings of a page with their levels, as `## Title`. */
export function headingsOf(page: string): readonly string[] {
  return prose(page)
    .split('\n')
    .filter((line) => /^#{1,6} /.test(line))
}

/** Places of the project a page links to, with the anchor after `#`; other sites are left out. */
export function linksOf(
  path: string,
): readonly { readonly typed: string; readonly file: string; readonly anchor: string }[] {
  const text = prose(pageText(path)).replace(/`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, typed]) => {
    const [to = '', anchor = ''] = typed!.split('#')
    const file = to === '' ? path : relative(projectFolder, resolve(projectFolder, dirname(path), decodeURI(to)))
    return { typed: typed!, file, anchor: decodeURI(anchor) }
  })
}

/** Whether a link leads to a file that is there and, where it names one, to a heading of it. */
export function leadsSomewhere({ file, anchor }: { readonly file: string; readonly anchor: string }): boolean {
  if (!existsSync(join(projectFolder, file))) return false
  return anchor === '' || (file.endsWith('.md') && anchorsOf(pageText(file)).has(anchor))
}

/** The anchors of the headings as GitHub makes them: signs fall away, blanks become hyphens, repeats are numbered. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>()
  return new Set(
    headingsOf(page).map((heading) => {
      const plain = heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-')
      const before = seen.get(plain) ?? 0
      seen.set(plain, before + 1)
      return before === 0 ? plain : `${plain}-${before}`
    }),
  )
}
