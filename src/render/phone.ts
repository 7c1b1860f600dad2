const mobile = /^(?:\+86)?(1[3-9]\d)(\d{4})(\d{4})$/
const service = /^\+86([48]00)(\d{3})(\d{4})$/
// Area codes 10 and 20–29 have two digits, all others three.
const landline = /^\+86(10|2\d|[3-9]\d{2})(\d{7,8})$/

/**
 * A mainland Chinese number in its national form with blanks (`138 0013 8000`, `010 12345678`), any other as it is. No
 * spreadsheet program takes the national form for a number or a formula.
 */
export function readablePhone(phone: string): string {
  return phone.replace(mobile, '$1 $2 $3').replace(service, '$1 $2 $3').replace(landline, '0$1 $2')
}
