const ways: ReadonlySet<string> = new Set(
  [
    'cash|card|credit card|debit card|credit|debit|visa|mastercard|amex|paypal|stripe|square|venmo|zelle|cash app|cashapp|klarna|afterpay',
    'apple pay|google pay|wise|revolut|bank|bank transfer|transfer|wire|wire transfer|bank wire|ach|check|cheque|money order|gift card|pos|eftpos',
    '微信|微信支付|微信转账|微信转帐|微信红包|wx|vx|wechat|wechat pay|支付宝|支付宝转账|zfb|alipay|花呗|现金|现付|转账|转帐|银行转账|银行|银行卡|刷卡|信用卡',
    '银联|云闪付|对公|对公转账|公账|公户|汇款|电汇|扫码|扫码支付|淘宝|闲鱼|美团|抖音|数字人民币|微信扫码|支付宝扫码',
    '現金|轉帳|轉賬|銀行轉帳|匯款|刷卡|信用卡|街口|line pay|八達通|fps|payme|支付寶',
    'bar|barzahlung|karte|ec|ec karte|girocard|kreditkarte|überweisung|lastschrift|sepa|vorkasse|giropay|sofort|twint',
    'espèces|carte|carte bancaire|cb|virement|chèque|efectivo|tarjeta|transferencia|bizum|contanti|carta|bonifico|dinheiro|cartão|pix|boleto|transferência|multibanco',
    'カード|クレジットカード|クレジット|振込|銀行振込|paypay|현금|카드|신용카드|계좌이체|카카오페이|네이버페이',
    'tunai|tf|transfer bank|gopay|ovo|dana|qris|shopeepay|เงินสด|โอน|โอนเงิน|บัตรเครดิต|พร้อมเพย์',
  ]
    .flatMap((list) => list.split('|'))
    .map((word) => word.normalize('NFKC')),
)

/** Whether a word, in lower case, names how something is paid (cash, 微信), or several such ways; on delivery and on account are none. */
export function isWayOfPaying(word: string): boolean {
  return word.split(/\s*(?:[+/&、,，;]|\band\b|和)\s*/).every((part) => ways.has(part))
}
