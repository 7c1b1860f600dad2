/** `application_id` of a crm ledger: "CRM1". */
export const applicationId = 0x43524d31

/**
 * Numbered migrations, each run once in its own transaction together with `user_version`. Facts come first (batch … profile,
 * never changed after they are written but for `voided_at`), decisions next, then what is derived
 * from both. `export` is of no batch: what was handed out is out, whatever is taken back later.
 * Days are integers since 1970-01-01, amounts integer minor units. Lines, versions of orders and derived rows declare no foreign
 * keys: they are copied in bulk from rows just written or checked, and looking their parents up again costs a tenth of an import.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('import', 'decision')),
    command TEXT NOT NULL,
    made_at TEXT NOT NULL,
    summary TEXT NOT NULL,
    voided_at TEXT
  ) STRICT;

  CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    file TEXT NOT NULL,
    sheet TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL,
    aspects INTEGER NOT NULL,
    tells TEXT NOT NULL,
    summary TEXT NOT NULL,
    reading TEXT
  ) STRICT;
  CREATE INDEX source_batch ON source (batch_id);

  CREATE TABLE shop (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (platform, name)
  ) STRICT;

  CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    UNIQUE (sku, name, category)
  ) STRICT;

  CREATE TABLE party (
    id INTEGER PRIMARY KEY,
    shop_id INTEGER NOT NULL REFERENCES shop,
    buyer_scope TEXT NOT NULL,
    buyer_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    company TEXT NOT NULL,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    city TEXT NOT NULL,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    digest_a INTEGER NOT NULL,
    digest_b INTEGER NOT NULL,
    customer_id INTEGER,
    seen_on INTEGER,
    is_profiled INTEGER NOT NULL DEFAULT 0,
    UNIQUE (digest_a, digest_b)
  ) STRICT;
  CREATE INDEX party_customer ON party (customer_id);

  CREATE TABLE key (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    public_id TEXT NOT NULL
  ) STRICT;
  CREATE INDEX key_public ON key (public_id);

  CREATE TABLE party_key (
    party_id INTEGER NOT NULL REFERENCES party,
    key_id INTEGER NOT NULL REFERENCES key,
    PRIMARY KEY (party_id, key_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX party_key_key ON party_key (key_id);

  CREATE TABLE order_key (
    id INTEGER PRIMARY KEY,
    shop_id INTEGER NOT NULL REFERENCES shop,
    number TEXT NOT NULL,
    UNIQUE (shop_id, number)
  ) STRICT;

  CREATE TABLE order_version (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    row INTEGER NOT NULL,
    content INTEGER NOT NULL,
    stated_at INTEGER,
    kind TEXT NOT NULL,
    party_id INTEGER,
    placed_on INTEGER,
    placed_time INTEGER,
    paid_on INTEGER,
    delivered_on INTEGER,
    status TEXT NOT NULL,
    is_paid INTEGER NOT NULL,
    currency TEXT NOT NULL,
    is_currency_assumed INTEGER NOT NULL,
    total_minor INTEGER,
    refund_minor INTEGER,
    refund_number TEXT NOT NULL,
    refund_rows TEXT NOT NULL,
    discount_minor INTEGER,
    shipping_minor INTEGER,
    tax_minor INTEGER,
    fee_minor INTEGER,
    cost_minor INTEGER,
    note TEXT NOT NULL,
    owner TEXT NOT NULL,
    tags TEXT NOT NULL,
    consent TEXT NOT NULL,
    first_line INTEGER,
    line_count INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX order_version_order ON order_version (order_id);
  CREATE INDEX order_version_source ON order_version (source_id);

  CREATE TABLE line (
    id INTEGER PRIMARY KEY,
    row INTEGER NOT NULL,
    product_id INTEGER,
    quantity REAL,
    amount_minor INTEGER
  ) STRICT;

  CREATE TABLE profile (
    id INTEGER PRIMARY KEY,
    party_id INTEGER NOT NULL REFERENCES party,
    source_id INTEGER NOT NULL REFERENCES source,
    row INTEGER NOT NULL,
    number TEXT,
    consent TEXT NOT NULL,
    tags TEXT NOT NULL,
    owner TEXT NOT NULL,
    note TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX profile_party ON profile (party_id);
  CREATE INDEX profile_source ON profile (source_id);
  CREATE INDEX profile_number ON profile (number) WHERE number IS NOT NULL;

  CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source,
    row INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rating', 'points', 'lead', 'contact', 'complaint')),
    shop_id INTEGER NOT NULL REFERENCES shop,
    party_id INTEGER,
    order_id INTEGER,
    number TEXT,
    content INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    on_day INTEGER,
    next_on INTEGER,
    value INTEGER,
    text TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entry_party ON entry (party_id);
  CREATE INDEX entry_order ON entry (order_id);
  CREATE INDEX entry_content ON entry (content);
  CREATE INDEX entry_source ON entry (source_id);

  CREATE TABLE export (
    id INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    report TEXT NOT NULL,
    about TEXT NOT NULL,
    customers INTEGER NOT NULL,
    file TEXT NOT NULL,
    format TEXT NOT NULL,
    is_masked INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE setting (
    batch_id INTEGER NOT NULL REFERENCES batch,
    name TEXT NOT NULL,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE mapping (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    header_set TEXT NOT NULL,
    headers TEXT NOT NULL,
    fields TEXT NOT NULL
  ) STRICT;
  CREATE INDEX mapping_set ON mapping (header_set);

  CREATE TABLE rate (
    batch_id INTEGER NOT NULL REFERENCES batch,
    currency TEXT NOT NULL,
    base TEXT NOT NULL,
    rate TEXT NOT NULL,
    from_on INTEGER
  ) STRICT;

  CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    key TEXT NOT NULL,
    on_day INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('contact', 'done', 'snooze', 'skip')),
    rule TEXT,
    channel TEXT NOT NULL,
    result TEXT NOT NULL,
    text TEXT NOT NULL,
    next_on INTEGER,
    author TEXT NOT NULL,
    due_on INTEGER,
    sensible_on INTEGER,
    list_row INTEGER REFERENCES list_row
  ) STRICT;
  CREATE INDEX contact_key ON contact (key);
  CREATE INDEX contact_list_row ON contact (list_row) WHERE list_row IS NOT NULL;

  CREATE TABLE mark (
    batch_id INTEGER NOT NULL REFERENCES batch,
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('tag', 'untag', 'block', 'unblock')),
    value TEXT NOT NULL,
    on_day INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX mark_key ON mark (key);

  CREATE TABLE hand_value (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    key TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    on_day INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX hand_value_key ON hand_value (key);

  CREATE TABLE grade (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    key TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('tier', 'class', 'vip', 'credit', 'buyer-type', 'referrer')),
    value TEXT,
    until INTEGER,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    on_day INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX grade_key ON grade (key);

  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    kind TEXT NOT NULL CHECK (kind IN ('lead', 'feedback', 'rating', 'points', 'gift', 'campaign', 'delisting', 'measure', 'stock')),
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    what TEXT NOT NULL,
    on_day INTEGER NOT NULL,
    due_on INTEGER,
    value INTEGER,
    text TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_key ON event (key);
  CREATE INDEX event_subject ON event (kind, subject);
  CREATE UNIQUE INDEX event_opening ON event (kind, subject) WHERE what IN ('add', 'open', 'propose', 'new', 'give', 'plan');
  CREATE INDEX event_batch ON event (batch_id);

  CREATE TABLE list_row (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    key TEXT NOT NULL,
    cells TEXT NOT NULL,
    opened TEXT NOT NULL
  ) STRICT;
  CREATE INDEX list_row_batch ON list_row (batch_id);
  CREATE INDEX list_row_key ON list_row (key);

  CREATE TABLE identity (
    batch_id INTEGER NOT NULL REFERENCES batch,
    nth INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'apart')),
    side INTEGER NOT NULL,
    key TEXT NOT NULL
  ) STRICT;
  CREATE INDEX identity_batch ON identity (batch_id);
  CREATE INDEX identity_key ON identity (key);

  CREATE TABLE forgetting (
    id INTEGER PRIMARY KEY,
    forgotten_on INTEGER NOT NULL,
    salt BLOB NOT NULL
  ) STRICT;

  CREATE TABLE forgotten (
    digest BLOB PRIMARY KEY,
    drops_orders INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sales_order (
    order_id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL,
    party_id INTEGER,
    kind TEXT NOT NULL,
    placed_on INTEGER,
    placed_time INTEGER,
    paid_on INTEGER,
    delivered_on INTEGER,
    status TEXT NOT NULL,
    is_paid INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total_minor INTEGER,
    refund_minor INTEGER,
    discount_minor INTEGER,
    shipping_minor INTEGER,
    tax_minor INTEGER,
    fee_minor INTEGER,
    cost_minor INTEGER,
    note TEXT NOT NULL,
    owner TEXT NOT NULL,
    tags TEXT NOT NULL,
    consent TEXT NOT NULL,
    first_line INTEGER,
    line_count INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sales_order_party ON sales_order (party_id);
  CREATE INDEX sales_order_delivered ON sales_order (delivered_on) WHERE delivered_on IS NOT NULL;
  CREATE INDEX sales_order_owner ON sales_order (party_id, placed_on, placed_time, owner) WHERE owner <> '';
  CREATE INDEX sales_order_tags ON sales_order (party_id, placed_on, placed_time, tags) WHERE tags <> '';
  CREATE INDEX sales_order_consent ON sales_order (party_id, placed_on, placed_time, consent DESC) WHERE consent <> '';

  CREATE TABLE retelling (
    order_id INTEGER NOT NULL,
    party_id INTEGER NOT NULL,
    is_buyer INTEGER NOT NULL,
    PRIMARY KEY (order_id, party_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX retelling_party ON retelling (party_id);

  CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    key_id INTEGER NOT NULL REFERENCES key,
    platform_key TEXT NOT NULL,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    city TEXT NOT NULL,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL
  ) STRICT;
  CREATE INDEX customer_key ON customer (key_id);

  CREATE TABLE key_use (
    party_id INTEGER NOT NULL,
    key_id INTEGER NOT NULL,
    is_used INTEGER NOT NULL,
    PRIMARY KEY (party_id, key_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE shared_key (
    key_id INTEGER PRIMARY KEY REFERENCES key,
    parties INTEGER NOT NULL
  ) STRICT;
  `,
]

/** Schema version this program writes. */
export const schemaVersion = migrations.length
