import type { Field } from '../core/import/field.js'
import { aliases } from '../core/import/words/aliases.js'

/** The common words of some fields. */
export const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

/** Whom a row may be about. */
export const buyer = words('buyerName', 'buyerId', 'nickname', 'phone', 'email', 'firstName', 'lastName')
/** What only a sheet of sales has. */
export const sales = words('orderTotal', 'itemAmount', 'unitPrice', 'quantity')

/** A day of anything. */
export const days = '日期|时间|date'.split('|')
/** The day of a contact. */
export const contacted =
  '跟进时间|跟进日期|联系时间|联系日期|沟通时间|沟通日期|拜访日期|回访日期|回访时间|contact date|contacted at|contacted on|last contact|follow up date|call date|visit date'.split(
    '|',
  )
