import type { Context } from '../context.js'
import type { ReadingHints } from '../core/import/deciders/reading.js'
import type { Workbook } from '../core/import/sheet.js'
import type { DateOrder } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { amountCurrency, isCurrency } from '../core/values/money.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerSetting } from '../store/settings.js'
import { onlyCurrency } from '../store/staged-summary.js'
import { localeCurrency } from './ledger.js'

/** What the seller types of how cells are to be read. */
export interface SaidOfCells {
  readonly currency?: string | undefined
  readonly dateOrder?: DateOrder | undefined
  readonly decimal?: 'point' | 'comma' | undefined
}

/** The code of a currency as typed, or of its sign; UserError `import.bad-currency`. */
function currencyNamed(typed: string): string {
  const code = typed.trim().toUpperCase()
  const known = isCurrency(code) ? code : amountCurrency(typed)
  if (known === null) throw new UserError('usage', 'import.bad-currency', { value: typed })
  return known
}

/** What the seller and the ledger say beforehand of how cells are to be read. */
export function hintsOf(
  args: SaidOfCells,
  context: Context,
  ledger: Ledger,
  workbook: Pick<Workbook, 'delimiter' | 'encoding'>,
): ReadingHints {
  const base = ledgerSetting(ledger, 'currency.base') ?? onlyCurrency(ledger)
  const shopCurrency = ledgerSetting(ledger, 'shop.currency')
  return {
    ...(args.dateOrder === undefined ? {} : { dateOrder: args.dateOrder }),
    ...(args.decimal === undefined ? {} : { mark: args.decimal === 'comma' ? (',' as const) : ('.' as const) }),
    ...(args.currency === undefined ? {} : { currency: currencyNamed(args.currency) }),
    ...(shopCurrency === null ? {} : { shopCurrency }),
    ...(base === undefined ? {} : { baseCurrency: base }),
    ...(workbook.delimiter === undefined ? {} : { delimiter: workbook.delimiter }),
    ...(workbook.encoding === undefined ? {} : { encoding: workbook.encoding }),
    localeCurrency: localeCurrency(context.io.locale),
  }
}
