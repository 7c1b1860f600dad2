import { describe, expect, test } from 'vitest'
import { lookOf } from '../../src/core/import/columns/column-look.js'
import { detect } from '../../src/core/import/columns/detect.js'
import { headerOf } from '../../src/core/import/columns/header.js'
import { normaliseHeader } from '../../src/core/values/text.js'
import { formats } from '../../src/formats/index.js'

const normalise = (text: string) => normaliseHeader(text).key

/** The kind of sheet, and the field each column is taken for. */
function taken(head: string, ...rows: readonly string[]) {
  const header = headerOf(1, head.split(';'))
  const cells = rows.map((row) => row.split(';'))
  const looks = header.texts.map((_, at) => lookOf(cells.map((row) => row[at]!)))
  const match = detect(header, formats, new Map(), normalise, looks)
  const fields = [...(match?.columns ?? [])].flatMap(([field, at]) => at.map((one) => [header.texts[one]!, field]))
  return { kind: match?.format.entry ?? match?.format.kind, fields: Object.fromEntries(fields) as object }
}

const row = '03.05.2024;Anna Berg;Cup;2;1.249,50'
const sale = ['placedAt', 'buyerName', 'productName', 'quantity', 'orderTotal']

describe('a sheet of sales kept by hand', () => {
  test.each([
    ['Danish', 'Dato;Kunde;Vare;Antal;Beløb'],
    ['Norwegian', 'Dato;Kunde;Produkt;Antall;Sum'],
    ['Swedish', 'Datum;Kund;Artikel;Antal;Belopp'],
    ['Swedish', 'Orderdatum;Kundnamn;Vara;Antal;Summa'],
    ['Dutch', 'Datum;Klant;Artikel;Aantal;Bedrag'],
    ['Italian', 'Data;Cliente;Prodotto;Quantità;Importo'],
    ['Polish', 'Data;Klient;Produkt;Ilość;Kwota'],
    ['Indian', 'Date;Party Name;Item;Qty;Amount'],
  ])('is known in %s: %s', (_, head) => {
    const fields = Object.fromEntries(head.split(';').map((word, at) => [word, sale[at]]))
    expect(taken(head, row)).toEqual({ kind: 'orders', fields })
  })

  test('has its address, its number and its state in Danish and Swedish', () => {
    const danish = 'Ordrenr.;Dato;Kunde;E-post;Telefon;Adresse;Postnr;By;Land;Vare;Beløb;Betalt;Bemærkning'
    const swedish = 'Ordernummer;Datum;Kund;E-post;Telefon;Adress;Postnr;Ort;Land;Artikel;Summa;Betald;Anmärkning'
    const fields = [
      ...['orderId', 'placedAt', 'buyerName', 'email', 'phone', 'address', 'postcode', 'city', 'country'],
      ...['productName', 'orderTotal', 'isPaid', 'note'],
    ]
    const rows = ['1', '2'].map(
      (id) => `A${id};03.05.2024;Anna;a@example.com;22 33 44 55;Gade 1;2100;Aarhus;Danmark;Cup;10,00;ja;`,
    )
    for (const head of [danish, swedish])
      expect(Object.values(taken(head, ...rows).fields).sort()).toEqual(fields.sort())
  })

  test.each([
    ['the total with tax beside the one without', 'Dato;Kunde;Beløp;MVA;Totalt', 'Totalt'],
    ['the total of a row beside the price of a piece', 'Data;Cliente;Prezzo;Quantità;Totale', 'Totale'],
    [
      'what was paid beside what it came to before tax',
      'Data;Klient;Wartość netto;Kwota VAT;Wartość brutto',
      'Wartość brutto',
    ],
  ])('counts %s', (_, head, total) => {
    const { fields } = taken(head, '03.05.2024;Anna;80,00;20,00;100,00', '04.05.2024;Bo;40,00;10,00;50,00')
    expect(fields).toMatchObject({ [total]: 'orderTotal' })
  })

  test('names a town and not a seller where an address stands', () => {
    expect(taken('Date;Customer;By;Amount', '2024-05-03;Ann;Sue;1.00').fields).not.toHaveProperty('By')
  })
})

describe('deals whose stages are states of orders', () => {
  test.each([
    ['Deal;Customer;Stage;Amount;Close Date', 'Mugs;Ann;Delivered;9.50;2024-05-03', 'Cup;Bob;Paid;8.00;2024-05-04'],
    [
      'Deal Name;Customer;Deal Stage;Amount;Date',
      'Mugs;Ann;Shipped;9.50;2024-05-03',
      'Cup;Bob;Completed;8.00;2024-05-04',
    ],
    ['商机名称;客户;销售阶段;金额;日期', '杯;王芳;已发货;9.50;2024-05-03', '碗;李雷;已完成;8.00;2024-05-04'],
  ])('are orders: %s', (head, ...rows) => {
    const { kind, fields } = taken(head, ...rows)
    expect([kind, Object.values(fields).sort()]).toEqual(['orders', ['buyerName', 'orderTotal', 'placedAt', 'status']])
  })

  test.each([
    ['beside a stage of a deal', 'Deal;Customer;Stage;Amount;Close Date', 'Negotiation'],
    ['of deals that were won', 'Deal;Customer;Stage;Amount;Close Date', 'Won'],
    ['without an amount', 'Customer;Stage;Date;Note', 'Paid'],
  ])('are leads %s', (_, head, stage) => {
    const stages = head.split(';').indexOf('Stage')
    const rowOf = (said: string) => ['Mugs', 'Ann', 'x', '9.50', '2024-05-03'].toSpliced(stages, 1, said).join(';')
    expect(taken(head, rowOf('Delivered'), rowOf(stage)).kind).toBe('lead')
  })
})
