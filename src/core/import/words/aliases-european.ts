import type { AliasWords } from './alias-words.js'

/** Common words of German, Spanish, French and Portuguese sheets, beside those of aliases.ts. */
export const europeanWords: AliasWords = {
  orderId:
    'bestell nr|bestellung|bestell id|auftragsnr|auftrags nr|auftrag|rechnungsnr|rechnungs nr|rechnung nr|belegnummer|beleg nr|belegnr|vorgangsnummer|numero de pedido|nº de pedido|nº pedido|n° de pedido|n° pedido|n o pedido|pedido|num pedido|núm pedido|número de orden|número de factura|nº factura|nº de factura|numéro commande|n° de commande|nº de commande|no de commande|référence commande|réf commande|commande|numéro de facture|n° facture|n° de facture|número do pedido|nº do pedido|numero do pedido|nota fiscal|número da nota|número da encomenda',
  lineId: 'positionsnummer|position nr|id de línea|id de ligne|id do item',
  placedAt:
    "bestellt am|verkaufsdatum|verkauft am|rechnungs datum|fecha pedido|fecha de pedido|fecha de compra|fecha de venta|fecha de la venta|fecha de la compra|fecha factura|fecha de factura|date commande|date de la commande|date d'achat|date de vente|date de facture|date de facturation|data|data do pedido|data da compra|data da venda|data de compra|data de venda|data da encomenda",
  paidAt:
    'zahlungsdatum|bezahldatum|bezahlt am|fecha de pago|fecha del pago|date de paiement|date du paiement|data do pagamento|data de pagamento',
  shippedAt:
    "versanddatum|verschickt am|fecha de envío|fecha de envio|date d'expédition|date d'envoi|data de envio|data do envio",
  deliveredAt: 'lieferdatum|geliefert am|fecha de entrega|date de livraison|data de entrega|data da entrega',
  cancelledAt: "storniert am|fecha de cancelación|date d'annulation|data de cancelamento",
  time: 'uhrzeit|hora|heure',
  status:
    'bestellstatus|zahlungsstatus|auftragsstatus|estado|estado del pedido|estado de pago|estado do pedido|statut|statut de la commande|statut commande|état|status do pedido|status do pagamento|situação',
  shop: 'laden|filiale|geschäft|tienda|boutique|magasin|loja',
  channel:
    'kanal|vertriebskanal|herkunft|canal|canal de venta|canal de vente|canal de venda|origen|origine|origem|plataforma|plateforme',
  currency: 'moneda|divisa|devise|monnaie|moeda',
  note: 'bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|notizen|kommentar|hinweis|nota|notas|observaciones|comentario|comentarios|remarque|remarques|commentaire|commentaires|observação|observações|observacoes|comentário|obs',
  tags: 'schlagwörter|schlagworte|etiquetas|étiquettes',
  buyerId:
    'kunden nummer|kunden id|benutzername|nutzername|mitgliedsname|käufername|id cliente|id de cliente|id del cliente|número de cliente|nº cliente|código cliente|código de cliente|código do cliente|usuario|numéro de client|n° client|code client|identifiant client|id do cliente|número do cliente|usuário',
  buyerName:
    'kundin|käufer|name des käufers|vor und nachname|vollständiger name|ansprechpartner|empfänger|cliente nombre|nombre completo|nombre y apellidos|nombre cliente|comprador|destinatario|nom|nom client|nom complet|nom et prénom|acheteur|destinataire|nome|nome do cliente|nome completo|nome cliente|comprador nome|destinatário',
  lastName: 'familienname|apellidos|nom de famille|sobrenome|apelido',
  firstName: 'nome|primeiro nome|nombre de pila',
  company: 'unternehmen|firmenname|empresa|razón social|société|entreprise|raison sociale|razão social',
  email:
    'mail|e mail kunde|kunden e mail|correo electronico|correo e|email cliente|courrier électronique|mél|adresse mail|adresse email|e mail client|email client|correio eletrônico|email do cliente|e mail do cliente',
  phone:
    'tel nr|telefonnr|telefon nr|mobilnummer|mobiltelefon|rufnummer|telefono|teléfono móvil|móvil|movil|celular|número de teléfono|nº de teléfono|telephone client|numéro de téléphone|n° de téléphone|tél|portable|telefone|telemóvel|celular do cliente|telefone celular',
  country: 'staat|pais',
  region: 'bundesland|provincia|estado provincia|comunidad autónoma|région|département|província|uf',
  city: 'stadt|wohnort|población|poblacion|localidad|commune|localité|cidade|município',
  address:
    'adresse|straße und hausnummer|straße nr|lieferadresse|rechnungsadresse|dirección|direccion|domicilio|calle|adresse de livraison|rue|endereço|endereco|morada|rua',
  postcode: 'postleitzahl|código postal|codigo postal|cp|code postal|cep',
  orderTotal:
    'gesamt|endbetrag|rechnungsbetrag|bestellwert|brutto|bruttobetrag|gesamtbetrag brutto|total pedido|total del pedido|importe total|precio total|monto|monto total|total factura|total facturado|total commande|total de la commande|montant total|montant ttc|total ttc|prix total|total payé|total do pedido|valor|valor total|valor do pedido|valor pago|total pago|preço total',
  itemAmount:
    'zwischensumme|positionsbetrag|zeilensumme|importe línea|sous total|total ligne|subtotal do item|valor do item',
  unitPrice:
    'stückpreis|verkaufspreis|vk preis|precio unitario|precio unidad|prix|prix unitaire|preço|preço unitário|preco unitario|valor unitário',
  quantity: "stückzahl|stück|unidades|cant|quantité|qté|nombre d'articles|quantidade|qtd|qtde",
  sku: 'artikel nr|artikelnr|art nr|bestellnummer artikel|referencia|ref artículo|código de producto|référence|réf|référence article|code article|código do produto|referência',
  productName:
    'artikelbezeichnung|artikelname|produkt|produktname|bezeichnung|ware|producto|nombre del producto|artículo|articulo|descripción|produit|nom du produit|article|désignation|libellé|produto|nome do produto|descrição|mercadoria',
  discount:
    'nachlass|descuento|remise|réduction|desconto|rabatt %|rabatt%|rabatt in %|rabattsatz|% rabatt|nachlass %|nachlass in %|descuento %|% descuento|remise %|remise en %|% remise|desconto %|% desconto|sconto|sconto %|korting|korting %',
  shipping:
    'versandkosten|porto|versand und verpackung|gastos de envío|envío|envio|coste de envío|frais de port|frais de livraison|livraison|port|frete|custo de envio|portes',
  tax: 'steuer|umsatzsteuer|mehrwertsteuer|ust|impuesto|impuestos|iva|tva|imposto|impostos',
  refundAmount:
    'rückerstattung|gutschrift|erstattungsbetrag|reembolso|importe reembolsado|devolución|remboursement|montant remboursé|avoir|estorno|valor reembolsado',
  fee: 'gebühr|gebühren|provision|comisión|comisiones|commission|frais|tarifa|taxa|comissão|comissões',
  cost: 'selbstkosten|wareneinsatz|coste|costo|coût|custo',
  unitCost: "einkaufspreis|ek preis|ek|precio de coste|precio de costo|prix d'achat|preço de custo|custo unitário",
  consent: 'newsletter|einwilligung|consentimiento|consentement|consentimento',
}

/** Common words of Italian sheets, beside those they share with Spanish and Portuguese ones. */
export const italianWords: AliasWords = {
  orderId:
    "numero ordine|n ordine|n° ordine|nº ordine|nr ordine|num ordine|numero dell'ordine|numero d'ordine|id ordine|ordine|ordine n|codice ordine|numero fattura|n fattura|n° fattura|nr fattura|numero scontrino|numero documento",
  placedAt:
    "data ordine|data dell'ordine|data dell’ordine|data vendita|data di vendita|data acquisto|data di acquisto|data d'acquisto|data fattura|data documento",
  paidAt: 'data pagamento|data di pagamento|data incasso',
  shippedAt: 'data spedizione|data di spedizione',
  deliveredAt: 'data consegna|data di consegna',
  time: 'ora|orario',
  status: 'stato|stato ordine|stato pagamento',
  shop: 'negozio|punto vendita',
  channel: 'canale|canale di vendita|provenienza|fonte',
  note: 'osservazioni|annotazioni|commento|commenti',
  buyerId: 'codice cliente|numero cliente|n cliente|nome utente',
  buyerName: 'nome e cognome|nominativo|acquirente|compratore|intestatario',
  lastName: 'cognome',
  company: 'azienda|ditta|ragione sociale',
  email: 'posta elettronica|indirizzo email|indirizzo e mail|mail cliente',
  phone: 'cellulare|numero di telefono|numero telefono|recapito telefonico',
  country: 'paese|nazione',
  city: 'città|comune',
  address: 'indirizzo|indirizzo di spedizione|indirizzo di consegna',
  postcode: 'cap|codice postale',
  orderTotal:
    'totale|totale ordine|totale fattura|totale documento|importo totale|importo|importo pagato|totale pagato|totale ivato|totale iva inclusa|prezzo totale|fatturato',
  itemAmount: 'subtotale|totale riga|importo riga',
  unitPrice: 'prezzo|prezzo unitario|prezzo di vendita|prezzo cadauno',
  quantity: 'quantità|quantita|q tà|q ta|pezzi|numero pezzi',
  sku: 'codice articolo|codice prodotto|cod articolo|cod prodotto',
  productName: 'prodotto|nome prodotto|nome del prodotto|articolo|nome articolo|descrizione|merce|servizio',
  discount: 'sconto|importo sconto|sconto %|% sconto|sconto in %',
  shipping: 'spedizione|spese di spedizione|costo spedizione|costi di spedizione',
  tax: 'imposta|imposte',
  refundAmount: 'rimborso|importo rimborsato|importo rimborso',
  fee: 'commissione|commissioni',
  unitCost: "prezzo d'acquisto|prezzo di acquisto|costo unitario",
}
