import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { paypalRows } from './paypal-rows.js'

/**
 * PayPal's activity download, a ledger and no order list, in the language of the account. Amounts are written as the account's
 * country writes them; a row without effect on the balance is a memo.
 */
export const paypalActivity: Format = {
  ...paypalRows,
  name: 'paypal-activity',
  title: bilingual('PayPal activity download', 'PayPal 交易明细'),
  must: [
    ['transaction id', 'transaktionscode', 'transactiereferentie', 'numéro de transaction'],
    ['gross', 'brutto', 'bruto', 'avant commission', 'balance impact'],
    // Whoever cuts the last column away keeps the kind of the row.
    ['type', 'typ', 'balance impact', 'auswirkung auf guthaben', 'effect op saldo', 'impact sur le solde'],
  ],
  any: ['gross', 'brutto', 'bruto', 'avant commission', 'timezone', 'zeitzone', 'tijdzone', 'fuseau horaire', 'status'],
  fields: {
    orderId: ['transaction id', 'transaktionscode', 'transactiereferentie', 'numéro de transaction'],
    lineId: ['transaction id', 'transaktionscode', 'transactiereferentie', 'numéro de transaction'],
    reference: [
      'reference txn id',
      'zugehöriger transaktionscode',
      'txn referenzkennung',
      'numéro de la transaction de référence',
    ],
    placedAt: ['date', 'datum'],
    time: ['time', 'uhrzeit', 'zeit', 'tijd', 'heure'],
    status: ['status', 'état'],
    effect: ['balance impact', 'auswirkung auf guthaben', 'effect op saldo', 'impact sur le solde'],
    type: ['type', 'typ'],
    currency: ['currency', 'währung', 'valuta', 'devise'],
    note: ['note', 'hinweis', 'remarque', 'subject', 'betreff', 'onderwerp', 'objet'],
    account: [
      'to email address',
      'empfänger e mail adresse',
      'an e mail adresse',
      'naar e mailadres',
      "à l'adresse email",
    ],
    buyerName: ['name', 'naam', 'nom'],
    email: ['from email address', 'absender e mail adresse', 'van e mailadres', "de l'adresse email"],
    phone: ['contact phone number', 'telefon', 'telefonnummer der kontaktperson', 'telefoonnummer contactpersoon'],
    country: ['country code', 'landcode', 'country', 'land', 'pays'],
    region: [
      'state province region county territory prefecture republic',
      'bundesland',
      'staat provincie regio gebied',
      'état province région comté territoire préfecture république',
    ],
    city: ['town city', 'ort', 'plaats', 'ville'],
    address: ['address line 1', 'adresszeile 1', 'adresregel 1', 'adresse 1'],
    postcode: ['zip postal code', 'plz', 'code postal'],
    orderTotal: ['gross', 'brutto', 'bruto', 'avant commission'],
    shipping: ['shipping and handling amount', 'versand und bearbeitungsgebühr', 'verzendkosten'],
    tax: ['sales tax', 'umsatzsteuer', 'tva'],
    fee: ['fee', 'gebühr', 'kosten', 'commission', 'frais'],
    quantity: ['quantity', 'anzahl', 'hoeveelheid'],
    sku: ['item id', 'artikelnummer', 'artikelnr', 'objectreferentie'],
    productName: ['item title', 'artikelbezeichnung', 'artikelnaam', "titre de l'objet"],
  },
  dateOrder: 'mdy',
  regions: { datum: { dateOrder: 'dmy' }, heure: { dateOrder: 'dmy' } },
}
