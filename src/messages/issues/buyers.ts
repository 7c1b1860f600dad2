import { both, type Sayings } from './saying.js'

/** Findings about who bought. */
export const buyerIssues: Sayings = {
  'phone.invalid': both(
    (p) => [
      `not a phone number: "${p.value}"`,
      'It was left out; correct it in the file to reach the customer by phone.',
    ],
    (p) => [`不是电话号码：“${p.value}”`, '没有采用，改正后重新导入才能电话联系。'],
  ),
  'phone.no-country': both(
    (p) => [
      `a phone without its country, kept out of the file: "${p.value}"`,
      'Write it with + and the country code (+44 20 …), or add a Country column; then it is read, and joins the orders of one customer.',
    ],
    (p) => [
      `电话看不出是哪个国家的，没有采用：“${p.value}”`,
      '请写成带 + 和国家代码的号码（如 +44 20 …），或加一列“国家”；这样才能识别，并用来合并同一位客户。',
    ],
  ),
  'phone.wrong-length': both(
    (p) => [
      `a mobile number with a digit too few or too many: "${p.value}"`,
      'Mainland mobiles have 11 digits. It was left out; ask the customer, correct it and import the file again.',
    ],
    (p) => [
      `手机号位数不对：“${p.value}”`,
      '手机号应为 11 位，这个多了或少了，没有采用；请向客户核对，改好后重新导入。',
    ],
  ),
  'phone.second': both(
    (p) => [
      `a second phone in the cell: "${p.value}"`,
      'The first one is used; put the second into a column of its own.',
    ],
    (p) => [`一格里有两个电话，第二个是“${p.value}”`, '只采用第一个，第二个请另放一列。'],
  ),
  'id.damaged': both(
    (p) => [
      `Excel has dropped digits of this id, it is not used: "${p.value}"`,
      'Export the file again and import it without saving it in Excel.',
    ],
    (p) => [`编号被 Excel 改坏了，不采用：“${p.value}”`, '请重新导出，不要用 Excel 另存。'],
  ),
  'phone.masked': both(
    (p) => [
      `masked phone, kept out of the file: "${p.value}"`,
      'Platforms hide numbers in some exports; nobody is joined by a masked one.',
    ],
    (p) => [`号码已打码，不采用：“${p.value}”`, '平台导出时会隐藏号码，打码的号码不会用来合并客户。'],
  ),
  'phone.digits-lost': both(
    (p) => [
      `Excel has dropped digits of this phone: "${p.value}"`,
      'In Excel, format the column as text and fill the numbers in again.',
    ],
    (p) => [`电话被 Excel 改坏了：“${p.value}”`, '请在 Excel 里把该列设成文本格式，再重新填写号码。'],
  ),
  'customer.nameless': both(
    () => ['the row names no customer', 'Fill in a name, a phone, an e-mail or a customer number.'],
    () => ['这一行没有客户', '请填写姓名、电话、邮箱或客户编号。'],
  ),
  'twin.answer': both(
    (p) => [`neither yes nor no: "${p.value}"`, 'Write yes or no, or leave the cell blank.'],
    (p) => [`不是“是”也不是“否”：“${p.value}”`, '请填“是”或“否”，不确定就留空。'],
  ),
  'twin.unknown': both(
    (p) => [`no such pair: "${p.value}"`, 'Write the list anew and answer there: crm dupes -o twins.xlsx'],
    (p) => [`没有这一组客户：“${p.value}”`, '请重新导出后再填写：crm dupes -o 重复客户.xlsx'],
  ),
  'twin.joined': both(
    () => ['they are one customer already, so "no" changes nothing', 'To take them apart: crm undo, or crm split'],
    () => ['这两位已经是同一位客户，填“否”不起作用', '要分开请用 crm undo 撤销合并，或用 crm split 拆分'],
  ),
}
