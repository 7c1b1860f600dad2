/** The order a row of a sheet about customers is about, as SQL: by the number the row gives. */

/** Tells the orders there are of some numbers: its id, 0 where several shops have one, NULL for none. */
const onlyOrder = (numbers: string) => `(SELECT CASE WHEN count(*) = 1 THEN max(k.id) ELSE 0 END FROM shop h
  JOIN order_key k ON k.shop_id = h.id AND k.number IN (${numbers}) JOIN sales_order own ON own.order_id = k.id HAVING count(*) > 0)`

/** The ways a platform may write a number (an SQL expression): with or without # before it, in capitals or small letters. */
export function spellingsOf(number: string): string {
  const bare = `iif(substr(${number}, 1, 1) = '#', substr(${number}, 2), ${number})`
  return [bare, `upper(${bare})`, `lower(${bare})`].flatMap((one) => [one, `'#' || ${one}`]).join(', ')
}

/** The only order of all shops with a number (an SQL expression), as its platform writes it, else without regard to case and a # before it. */
export function orderNumbered(number: string): string {
  return `coalesce(${onlyOrder(number)}, ${onlyOrder(spellingsOf(number))})`
}

/** Whether a buyer, by the alias of a party, is called as a row calls him who has a name or a nickname alone. */
export function isCalled(buyer: string, named: string): string {
  return `is_called(${buyer}.name, ${buyer}.buyer_id, ${named}.name, ${named}.buyer_id)`
}
