/** Where a convention of command lines is held fast. */
export type Place =
  /** A numbered heading or, with `$`, a command of a transcript of this folder. */
  | { readonly transcript: string; readonly line: string }
  | { readonly test: string; readonly name: string }
  /** A heading of docs/decisions.md: how it is done otherwise, and why. */
  | { readonly decision: string }

/** A convention of command lines as programs that are liked keep them. */
export interface Convention {
  readonly says: string
  readonly places: readonly Place[]
}

const shown = (line: string, transcript = 'command-line.txt'): Place => ({ transcript, line })
const tested = (test: string, name: string): Place => ({ test, name })
const decided = (decision: string): Place => ({ decision })

const WITHOUT = decided('Conventions of command lines we do without')

/** The forty conventions this program is held to, by their numbers. */
export const conventions: Readonly<Record<number, Convention>> = {
  1: { says: 'Data on stdout, sentences on stderr', places: [shown('1.')] },
  2: {
    says: 'Help everywhere; crm alone is the status',
    places: [shown('$ crm', 'ledger.txt'), shown('$ crm help imprt', 'usage.txt'), tested('test/help.test.ts', 'help')],
  },
  3: {
    says: 'Help begins with examples, which are run',
    places: [tested('test/help-examples.test.ts', 'examples of the help do what they say (%s)')],
  },
  4: { says: '--version is the version alone', places: [shown('$ crm --version', 'conventions.txt')] },
  5: {
    says: 'What is mistyped is answered with what is near',
    places: [shown('5.')],
  },
  6: {
    says: 'JSON has a version, of changes and errors too',
    places: [
      shown('6.'),
      tested('test/contract/commands.test.ts', 'tries first on request, tells machines, and ends with the way back'),
      tested('test/docs/docs.test.ts', 'docs/%s'),
    ],
  },
  7: { says: 'Formats, columns, order, number, headings', places: [shown('7.')] },
  8: { says: 'Text in a pipe is that of a terminal', places: [WITHOUT] },
  9: { says: '-o FILE by its ending, - is stdout', places: [shown('9.')] },
  10: { says: '- is standard input', places: [shown('10.')] },
  11: {
    says: 'Every change can be tried first',
    places: [
      shown('11.'),
      tested('test/contract/commands.test.ts', 'tries first on request, tells machines, and ends with the way back'),
    ],
  },
  12: {
    says: 'A change ends with what changed and the way back',
    places: [
      shown('12.'),
      tested('test/contract/commands.test.ts', 'tries first on request, tells machines, and ends with the way back'),
    ],
  },
  13: { says: 'undo, imports', places: [shown('13.')] },
  14: {
    says: 'check',
    places: [tested('test/commands/check.test.ts', 'a sound ledger: nothing broken, each lack counted')],
  },
  15: { says: 'backup, restore', places: [shown('$ crm backup', 'safety.txt')] },
  16: {
    says: 'Starts fast',
    places: [tested('test/binary.test.ts', '%s loads no package and no other file at the start')],
  },
  17: {
    says: 'Progress only where somebody looks',
    places: [tested('test/commands/import-progress.test.ts', 'nothing where nobody looks')],
  },
  18: { says: 'NO_COLOR, FORCE_COLOR, TERM, --color', places: [shown('18.'), WITHOUT] },
  19: { says: 'Colour is never the only sign', places: [shown('$ crm list --color=never', 'conventions.txt')] },
  20: { says: 'Plain signs where no UTF-8 is', places: [shown('20.')] },
  21: { says: 'Tables fit the width', places: [shown('21.'), tested('test/render/tty.test.ts', 'column widths')] },
  22: {
    says: 'Consoles that draw lines at two cells',
    places: [shown('@ env CRM_AMBIGUOUS_WIDE=1', 'conventions.txt')],
  },
  23: { says: 'A pager', places: [tested('test/pager.test.ts', 'goes to the pager, a shorter one does not')] },
  24: { says: 'Asks nobody who is not there', places: [shown('24.'), decided('Nothing to switch off asking with')] },
  25: { says: 'Dangerous changes take a name', places: [shown('25.')] },
  26: {
    says: 'Errors: what, where, what to do',
    places: [shown('12.', 'bad-input.txt'), tested('test/main.test.ts', 'as JSON')],
  },
  27: {
    says: 'Repeated errors together, rejected rows in a file',
    places: [shown('$ crm import', 'rejected-rows.txt')],
  },
  28: { says: 'A bug has a number and a file', places: [tested('test/main.test.ts', 'a bug never escapes')] },
  29: {
    says: 'Flag, environment, file, system',
    places: [shown('29.'), decided('What is set for the computer, and what for the ledger')],
  },
  30: {
    says: 'Where things lie; which ledger it is',
    places: [
      shown('30.'),
      tested('test/files.test.ts', 'the data folder is where each system keeps such things'),
      decided('Which ledger it is stands in the status'),
    ],
  },
  31: { says: 'Language', places: [shown('31.'), tested('test/config.test.ts', 'language')] },
  32: { says: 'Words of both languages are taken', places: [shown('32.')] },
  33: {
    says: 'One name a command, one meaning an option',
    places: [shown('33.'), tested('test/help.test.ts', 'no option of a command hides one all commands have')],
  },
  34: { says: 'Options in any order, --, -q', places: [shown('34.'), WITHOUT] },
  35: {
    says: 'Days in many forms',
    places: [shown('35.'), WITHOUT, decided('What is set for the computer, and what for the ledger')],
  },
  36: {
    says: 'Completion',
    places: [
      tested('test/completion/shells.test.ts', 'completion in the shells themselves (needs npm run build)'),
      decided('Completion is ours, four short scripts and one answer'),
    ],
  },
  37: {
    says: 'A reader that goes away',
    places: [tested('test/binary.test.ts', 'a reader that has gone away is no failure')],
  },
  38: { says: 'Nothing goes out', places: [tested('test/walls.test.ts', 'the walls')] },
  39: { says: 'No personal value must be a flag', places: [WITHOUT] },
  40: { says: 'What goes away warns before', places: [WITHOUT] },
}
