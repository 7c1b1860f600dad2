import type { AliasWords } from './alias-words.js'

/** Common words of Danish, Norwegian and Swedish sheets. */
export const nordicWords: AliasWords = {
  orderId:
    'ordrenr|ordre nr|ordrenummer|ordre|ordernr|order nr|ordernummer|bestillingsnr|bestillingsnummer|beställningsnummer|beställningsnr|fakturanr|faktura nr|fakturanummer|bilagsnr|bilagsnummer|kvitteringsnr|kvitteringsnummer|kvittonummer|kvittonr',
  placedAt:
    'dato|ordredato|orderdatum|bestillingsdato|beställningsdatum|salgsdato|försäljningsdatum|købsdato|kjøpsdato|inköpsdatum|fakturadato|fakturadatum',
  paidAt: 'betalingsdato|betalt dato|betalt den|betalningsdatum|betaldatum|betald den',
  shippedAt: 'forsendelsesdato|afsendelsesdato|sendt dato|sendt den|utsendelsesdato|skickad den|utskickad den',
  deliveredAt: 'leveringsdato|leveret den|leveransdatum|leveransedato|levererad den',
  time: 'klokkeslæt|klokkeslett|klockslag|tidspunkt|tidpunkt',
  status: 'ordrestatus|orderstatus|betalingsstatus|betalningsstatus|bestillingsstatus',
  shop: 'butik|butikk|forretning',
  channel: 'salgskanal|säljkanal|försäljningskanal|kilde|källa|plattform',
  note: 'bemærkning|bemærkninger|merknad|merknader|anmærkning|anmerkning|anmärkning|anmärkningar|kommentarer|noter|notat|notering|anteckning|anteckningar',
  buyerId: 'kundenr|kunde nr|kundenummer|kundnr|kund nr|kundnummer|kunde id|kund id|medlemsnr|medlemsnummer',
  buyerName:
    'kund|kundenavn|kundens navn|kundnamn|kundens namn|navn|namn|fulde navn|fullt navn|fullständigt namn|køber|kjøper|köpare|modtager|mottaker|mottagare|kontaktperson',
  firstName: 'fornavn|förnamn',
  lastName: 'efternavn|etternavn|efternamn',
  company: 'virksomhed|firmanavn|bedrift|selskap|företag|företagsnamn|firmanamn',
  email: 'e post|epost|e postadresse|e postadress|epostadresse|epostadress|mejl|mejladress|mailadress',
  phone: 'tlf|tlf nr|tlfnr|mobilnr|mobiltelefonnummer',
  region: 'fylke|län',
  city: 'poststed|postort|bynavn|stad',
  address:
    'adress|gade|gatuadress|gateadresse|vejnavn|leveringsadresse|leveransadress|leveranseadresse|fakturaadresse|fakturaadress',
  postcode: 'postnr|post nr|postnummer',
  orderTotal:
    'totalbeløb|totalbeløp|totalbelopp|samlet beløb|totalsum|i alt|ialt|totalt|beløb inkl moms|beløp inkl mva|belopp inkl moms|sum inkl mva|summa inkl moms|total inkl moms|sum|summa|beløb|beløp|belopp|ordrebeløb|ordresum|ordersumma|ordervärde|ordreværdi|ordreverdi|fakturabeløb|fakturabeløp|fakturabelopp|fakturasum|betalt beløb|betalt beløp|betalt belopp|omsætning|omsetning|omsättning',
  itemAmount: 'delsum|delsumma|linjesum|radsumma|linjebeløb|linjebeløp|radbelopp',
  unitPrice:
    'pris|stykpris|stykkpris|styckpris|enhedspris|enhetspris|pris pr stk|pris per stk|pris per st|à pris|a pris|salgspris|försäljningspris',
  quantity: 'antal|antall|antal stk|antall stk|mængde|mengde|mängd',
  sku: 'varenr|vare nr|varenummer|varunr|varunummer|artikkelnr|artikkelnummer|produktnr|produktnummer',
  productName:
    'vare|varenavn|varer|vara|varor|varunamn|produktnavn|produktnamn|artikkel|artikelnamn|artikkelnavn|benämning|betegnelse|beskrivelse|beskrivning|ydelse|tjeneste|tjänst',
  discount: 'rabat|rabattbeløp|rabattbelopp|rabatbeløb|rabat i %|rabatt i %|rabatprocent|rabattprosent|rabattprocent',
  shipping: 'fragt|frakt|fragtpris|fraktkostnad|leveringsomkostninger|forsendelse',
  tax: 'moms|momsbeløb|momsbelopp|mva|mva beløp',
  refundAmount:
    'refusion|refundering|refunderet beløb|refundert beløp|återbetalning|återbetalt belopp|tilbagebetaling|tilbakebetaling',
  fee: 'gebyr|gebyrer|avgift|avgifter',
  cost: 'omkostning|omkostninger|vareforbrug|varekostnad|kostnad|kostnader',
  unitCost: 'kostpris|indkøbspris|innkjøpspris|inköpspris',
  consent: 'nyhedsbrev|nyhetsbrev|samtykke|samtycke',
}

/** Common words of Dutch sheets. */
export const dutchWords: AliasWords = {
  orderId:
    'bestelnummer|bestelnr|bestel nr|bestelling|bestellingsnummer|order nummer|factuurnummer|factuurnr|factuur nr|bonnummer|bonnr|bon nr|kassabonnummer',
  placedAt:
    'besteldatum|datum bestelling|besteld op|aankoopdatum|verkoopdatum|factuurdatum|datum factuur|datum aankoop',
  paidAt: 'betaaldatum|datum betaling|betaald op',
  shippedAt: 'verzenddatum|verzonden op',
  deliveredAt: 'leverdatum|bezorgdatum|afgeleverd op|bezorgd op',
  time: 'tijd|tijdstip',
  status: 'bestelstatus|betaalstatus',
  shop: 'winkel|filiaal',
  channel: 'verkoopkanaal|kanaal|bron|herkomst',
  note: 'opmerking|opmerkingen|notitie|notities|toelichting',
  buyerId: 'klantnummer|klantnr|klant nr|klant nummer|klant id|klantcode|gebruikersnaam',
  buyerName: 'klant|klantnaam|naam klant|naam|naam van de klant|volledige naam|koper|afnemer|ontvanger|contactpersoon',
  firstName: 'voornaam',
  lastName: 'achternaam',
  company: 'bedrijf|bedrijfsnaam',
  email: 'e mailadres|emailadres|mailadres|e mail klant',
  phone: 'telefoon|telefoonnummer|telefoonnr|tel nummer|mobiel|mobiel nummer|mobiele telefoon|gsm',
  region: 'provincie',
  city: 'plaats|woonplaats|plaatsnaam|gemeente',
  address: 'adres|straat|straatnaam|straat en huisnummer|afleveradres|bezorgadres|verzendadres|factuuradres',
  orderTotal:
    'totaalbedrag|totaal|bedrag|bedrag incl btw|totaal incl btw|totaalbedrag incl btw|orderbedrag|bestelbedrag|factuurbedrag|totaalprijs|betaald bedrag|omzet',
  itemAmount: 'subtotaal|regeltotaal|regelbedrag',
  unitPrice: 'prijs|stukprijs|prijs per stuk|eenheidsprijs|verkoopprijs',
  quantity: 'aantal|hoeveelheid|stuks',
  sku: 'artikelcode|productcode|productnummer|art nummer',
  productName: 'artikelnaam|artikelomschrijving|productnaam|productomschrijving|omschrijving|naam product',
  discount: 'korting|kortingsbedrag|korting %|korting in %|kortingspercentage',
  shipping: 'verzendkosten|verzending|bezorgkosten',
  tax: 'btw|btw bedrag',
  refundAmount: 'terugbetaling|terugbetaald bedrag|restitutie',
  fee: 'transactiekosten|commissie|provisie',
  unitCost: 'kostprijs|inkoopprijs',
  consent: 'nieuwsbrief|toestemming',
}

/** Common words of Polish sheets. */
export const polishWords: AliasWords = {
  orderId:
    'numer zamówienia|nr zamówienia|zamówienie|zamówienie nr|id zamówienia|numer faktury|nr faktury|numer paragonu|nr paragonu|numer dokumentu|nr dokumentu',
  placedAt:
    'data zamówienia|data złożenia zamówienia|data sprzedaży|data zakupu|data transakcji|data faktury|data wystawienia',
  paidAt: 'data płatności|data zapłaty|data opłacenia',
  shippedAt: 'data wysyłki|data nadania',
  deliveredAt: 'data dostawy|data doręczenia',
  time: 'godzina',
  status: 'status zamówienia|status płatności|stan zamówienia',
  shop: 'sklep',
  channel: 'kanał|kanał sprzedaży|źródło|źródło zamówienia',
  currency: 'waluta',
  note: 'uwagi|uwaga|notatka|notatki|komentarz',
  buyerId: 'numer klienta|nr klienta|id klienta|kod klienta|nazwa użytkownika',
  buyerName:
    'klient|klientka|nazwa klienta|imię i nazwisko|imię i nazwisko klienta|kupujący|nabywca|odbiorca|kontrahent|nazwa kontrahenta|nazwa nabywcy',
  firstName: 'imię',
  company: 'nazwa firmy|przedsiębiorstwo',
  email: 'adres e mail|adres email|e mail klienta|email klienta',
  phone: 'numer telefonu|nr telefonu|telefon kontaktowy|telefon komórkowy|komórka',
  country: 'kraj',
  region: 'województwo',
  city: 'miasto|miejscowość',
  address: 'ulica|adres dostawy|adres klienta|adres wysyłki',
  postcode: 'kod pocztowy',
  orderTotal:
    'kwota do zapłaty|do zapłaty|kwota brutto|wartość brutto|kwota razem|kwota zamówienia|wartość zamówienia|suma|razem|łącznie|kwota|wartość|zapłacona kwota',
  itemAmount: 'suma częściowa|wartość pozycji',
  unitPrice: 'cena|cena jednostkowa|cena brutto|cena sprzedaży|cena za sztukę',
  quantity: 'ilość|ilość sztuk|liczba sztuk|sztuki',
  sku: 'kod produktu|kod towaru|numer katalogowy|symbol produktu',
  productName: 'nazwa produktu|towar|nazwa towaru|artykuł|usługa|nazwa towaru lub usługi|przedmiot',
  discount: 'zniżka|kwota rabatu|rabat kwota|rabat %|rabat%|rabat w %',
  shipping: 'koszt wysyłki|koszt dostawy|koszty wysyłki|koszty dostawy|wysyłka|dostawa',
  tax: 'podatek|podatek vat|kwota vat',
  refundAmount: 'zwrot|kwota zwrotu|zwrot pieniędzy',
  fee: 'prowizja|opłata|opłaty',
  cost: 'koszt|koszty',
  unitCost: 'cena zakupu|koszt jednostkowy',
}
