import type { ImportedFile, ImportJson } from './world.js'

function sum(parts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const part of parts) for (const [key, value] of Object.entries(part)) total[key] = (total[key] ?? 0) + value
  return total
}

/** The sheets of one workbook as one. */
export function together({ files: sheets, customers }: ImportJson): ImportedFile {
  if (sheets.length === 1) return sheets[0]!
  const currencies = [...new Set(sheets.flatMap((sheet) => sheet.totals.map((total) => total.currency)))]
  return {
    ...sheets[0]!,
    orders: sum(sheets.map((sheet) => sheet.orders)) as unknown as ImportedFile['orders'],
    lines: sheets.reduce((lines, sheet) => lines + sheet.lines, 0),
    customers,
    status: sum(sheets.map((sheet) => sheet.status)),
    skipped: sum(sheets.map((sheet) => sheet.skipped)),
    totals: currencies.map((currency) => {
      const own = sheets.flatMap((sheet) => sheet.totals.filter((total) => total.currency === currency))
      const { grossMinor, refundMinor, netMinor } = sum(own.map(({ currency: _, ...amounts }) => amounts))
      return { currency, grossMinor: grossMinor!, refundMinor: refundMinor!, netMinor: netMinor! }
    }),
  }
}
