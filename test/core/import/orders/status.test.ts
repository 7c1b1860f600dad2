import { describe, expect, test } from 'vitest'
import { readStatus } from '../../../../src/core/import/orders/status.js'

const read = (text: string) =>
  readStatus({
    text,
    hasStatusColumn: true,
    hasPaidColumn: false,
    isPaidDated: false,
    totalMinor: 1000,
    refundMinor: 0,
  })

describe('words of state that sellers write in sheets of their own', () => {
  test.each([
    ...['Devolvido', 'DEVOLVIDA', 'Retournée', 'retourné', 'Zurückgesendet', 'คืนเงิน', '退货退款', '已退', '退了'],
    ...['已退货退款', '退货退款成功'],
    ...['Refunderet', 'Återbetald', 'Terugbetaald', 'Rimborsato', 'Zwrócone'],
    ...['Refund issued', 'Refund-Issued', 'Chargeback'],
  ])('%s is given back', (text) => expect(read(text)).toMatchObject({ status: 'refunded', isUnknownWord: false }))

  test.each(['Annullato', 'annullata', 'Annulleret', 'Kansellert', 'Geannuleerd', 'Anulowane'])(
    '%s is cancelled',
    (text) => expect(read(text)).toMatchObject({ status: 'cancelled', isPaid: false }),
  )

  test.each(['拒收', '已拒收', '买家拒收'])(
    '%s gives back what was paid, and is cancelled where nothing was',
    (text) => {
      expect(read(text)).toMatchObject({ status: 'cancelled', isPaid: false, isUnknownWord: false })
      const paid = { hasStatusColumn: true, hasPaidColumn: true, isPaidDated: true, totalMinor: 1000, refundMinor: 0 }
      expect(readStatus({ text, ...paid })).toMatchObject({ status: 'refunded', isPaid: true, isUnknownWord: false })
    },
  )

  test.each(['没付', '未收', 'Draft', 'Ubetalt', 'Obetald', 'Niet betaald', 'Non pagato', 'Nieopłacone'])(
    '%s is not paid yet',
    (text) => expect(read(text)).toMatchObject({ status: 'pending', isPaid: false }),
  )

  test.each([
    'Betalt',
    'Skickad',
    'Verzonden',
    'Spedito',
    'Opłacone',
    '待發貨',
    '已收款',
    '卖家已发货，等待买家确认',
    '卖家已发货,等待买家确认',
  ])('%s is paid', (text) => expect(read(text)).toMatchObject({ status: 'paid', isUnknownWord: false }))
})
