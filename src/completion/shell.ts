import { type Context, withContext } from '../context.js'
import type { Io } from '../io.js'
import { answer, type Candidate, type CompletionSources } from './answer.js'
import { SHELLS, wordsOf } from './words.js'

/** Writes the words that may follow on a command line, as `answer` makes them; nothing for an unknown shell. */
export async function answerShell(asked: string | undefined, line: string, io: Io): Promise<void> {
  const shell = SHELLS.find((each) => each === asked)
  if (shell === undefined) return
  const { words } = wordsOf(line, shell)
  const db = words[words.indexOf('--db') + 1]
  await withContext(io, words.includes('--db') ? { db } : {}, async (context) => {
    io.stdout.write(await answer(line, shell, context.lang, sourcesOf(context)))
    return 0
  }).catch(() => undefined)
}

function sourcesOf(context: Context): CompletionSources {
  const load = () => import('../commands/completion-sources.js')
  return {
    customers: (start) => orNone(load().then(({ customersBeginning }) => customersBeginning(start, context))),
    filterTerms: (start) => orNone(load().then(({ filterTermsBeginning }) => filterTermsBeginning(start, context))),
    settings: () => orNone(load().then(({ settingsBeginning }) => settingsBeginning(context))),
    sheets: (files) => orNone(load().then(({ sheetsOf }) => sheetsOf(files, context))),
  }
}

/** Without a ledger, or with a file that cannot be read, there is nothing to offer. */
async function orNone(found: Promise<readonly Candidate[]>): Promise<readonly Candidate[]> {
  return found.catch(() => [])
}
