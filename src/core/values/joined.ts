import type { Lang } from './lang.js'

/** Several things in one sentence: `a, b and c`, in Chinese `a、b和c`; one alone stands as it is, none are ''. */
export function joined(parts: readonly string[], lang: Lang): string {
  const [comma, and] = lang === 'zh' ? ['、', '和'] : [', ', ' and ']
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(comma)}${and}${parts.at(-1)}`
}
