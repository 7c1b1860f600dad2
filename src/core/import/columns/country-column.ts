import { countryCode } from '../../values/country.js'

/** Names of the countries buyers live in, and of where goods are sent. */
const ofBuyers =
  /国家|國家|^国$|^國$|国别|國別|地区|地區|区域|收货|收貨|收件|买家|買家|客户|客戶|目的|站点|站點|市场|市場|国名|국가|나라|negara|ประเทศ|\b(?:countr(?:y|ies)|nation|nationality|destination|ship(?:ping)?|deliver(?:y|ed)?|dest|buyers?|customers?|clients?|market|land|staat|ziel|zielland|lieferland|versandland|pays|pa[ií]s|paese|nazione)\b|land$/

/** Goods, where they come from, languages, payments and staff have countries, or words like them, of their own. */
const ofOthers =
  /产地|產地|原产|原產|出产|产品|產品|商品|货源|貨源|品牌|牌子|制造|製造|生产|生產|供应|供應|厂|廠|进口|進口|采购|採購|发货|發貨|出货|出貨|发件|發件|寄件|仓|倉|始发|启运|语言|語言|语种|語種|付款|支付|收款|方式|渠道|客服|业务|業務|经理|經理|(?:销售|銷售)(?![国國地区區市站])|员|員|负责|負責|跟进|团队|團隊|小组|组别|原産|メーカー|倉庫|言語|担当|\b(?:origin|source|made|manufactur\w*|produc\w*|brand|goods|item|sku|from|warehouse|stock|hub|store|shop|seller|sender|supplier|vendor|factory|import\w*|lang(?:uage)?|locale|pay\w*|cod|method|type|agent|rep|reps|representative|sales\w*|staff|team|group|owner|manager|operator|handler|by|bank|issuer|tax|vat|currency|phone|dial\w*|code|carrier|courier|sprache|zahlung\w*|herkunft\w*|ursprung\w*|herstell\w*|marke|lager|mitarbeiter|langue|paiement|origine|marque|fabric\w*|entrep[oô]t|idioma|pago|pagamento|origen|origem|marca|almac[eé]n)\b|herkunftsland|ursprungsland|herstellungsland/

/** First and family names as well. */
const names = new Set(['TD', 'GE', 'JO', 'IL', 'CU', 'KE', 'MG', 'SM', 'JE', 'MC', 'CL', 'PA'])

/**
 * Whether a column of countries may be taken for the buyers' by its values: its name speaks of them, or says nothing and
 * the values are more of them than chance makes. Two letters are states, staff and languages as well.
 */
export function mayBeBuyersCountry(key: string, values: readonly string[]): boolean {
  if (ofOthers.test(key.replace('country code', 'country'))) return false
  if (ofBuyers.test(key)) return true
  const codes = new Set(values.map((text) => countryCode(text)))
  const isWritten = values.every((text) => text.length > 3 || /\p{Script=Han}{2}/u.test(text))
  return isWritten && codes.size >= FEWEST && ![...codes].every((code) => code !== null && names.has(code))
}

/** Different countries under a name that says nothing of them. */
const FEWEST = 3
