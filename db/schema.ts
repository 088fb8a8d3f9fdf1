import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { at, bytea, id, jsonb, seq, text, tsvector } from './columns.ts'

export const people = pgTable('person', {
  id: id(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  roles: text('roles').array().notNull(),
  chief: boolean('chief').notNull().default(false),
  disabledAt: at('disabled_at'),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const sessions = pgTable(
  'session',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
    /** The second factor is still owed: nobody is signed in by it. */
    awaitsFactor: boolean('awaits_factor').notNull().default(false),
  },
  (table) => [index('session_person').on(table.personId)],
)

/** Bearer tokens: only the SHA-256 of each is kept. */
export const apiTokens = pgTable(
  'api_token',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    hash: text('hash').notNull().unique(),
    createdAt: at('created_at').notNull().defaultNow(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
    /** What it is limited to; null: all that its owner may. */
    scopes: text('scopes').array(),
    expiresAt: at('expires_at'),
  },
  (table) => [index('api_token_person').on(table.personId)],
)

export const articles = pgTable('article', {
  id: id(),
  slug: text('slug').notNull().unique(),
  lang: text('lang').notNull(),
  state: text('state').notNull(),
  restricted: boolean('restricted').notNull().default(false),
  createdBy: text('created_by')
    .notNull()
    .references(() => people.id),
  createdAt: at('created_at').notNull().defaultNow(),
  changedAt: at('changed_at').notNull().defaultNow(),
  changedBy: text('changed_by'),
  /** Raised by whoever takes the article over: rows of an older epoch are refused. */
  epoch: integer('epoch').notNull().default(1),
  schemaVersion: integer('schema_version').notNull(),
  headSeq: seq('head_seq').notNull().default(0),
  /** For search and the desk; rebuilt from the log at will. */
  title: text('title').notNull().default(''),
  searchText: text('search_text').notNull().default(''),
})

/** Who is assigned to an article, and who may see it while it is restricted. */
export const articlePeople = pgTable(
  'article_person',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    part: text('part').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.personId, table.part] })],
)

/** The update log: the article itself. Append only. */
export const updates = pgTable(
  'article_update',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    seq: seq('seq').notNull(),
    epoch: integer('epoch').notNull(),
    personId: text('person_id').notNull(),
    sessionId: text('session_id'),
    at: at('at').notNull().defaultNow(),
    update: bytea('update').notNull(),
    /** Of the update and its number; null: written before rows had one. */
    checksum: integer('checksum'),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.seq] })],
)

/** Folded prefixes of the log, to load faster. Rows stay: history and authorship come from them. */
export const snapshots = pgTable(
  'article_snapshot',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    seq: seq('seq').notNull(),
    state: bytea('state').notNull(),
    sha256: text('sha256').notNull(),
    /** What it knows, and what it says; null: made before they were kept. */
    stateVector: bytea('state_vector'),
    contentHash: text('content_hash'),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.seq] })],
)

/** Which person a Yjs client id belongs to; bound by the server at its first row. */
export const clientOwners = pgTable(
  'client_owner',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    personId: text('person_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.clientId] })],
)

export const sources = pgTable(
  'source',
  {
    id: id(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    publicName: text('public_name').notNull(),
    description: text('description').notNull().default(''),
    terms: text('terms').notNull(),
    wording: text('wording').notNull().default(''),
    url: text('url'),
    reliability: text('reliability').notNull().default('F'),
    /** Normalised address, or kind and name; beside it DOI and ISBN: two people who make one source at once get one. */
    identity: text('identity').notNull(),
    doiIdentity: text('doi_identity'),
    isbnIdentity: text('isbn_identity'),
    publicRevision: integer('public_revision').notNull().default(1),
    retiredAt: at('retired_at'),
    retiredReason: text('retired_reason').notNull().default(''),
    edition: text('edition').notNull().default(''),
    primacy: text('primacy'),
    origin: text('origin').notNull().default(''),
    reliabilityReason: text('reliability_reason').notNull().default(''),
    reliabilityAt: at('reliability_at'),
    interviews: jsonb('interview'),
    csl: jsonb('csl'),
    /** Its id is an alias of that one while this is set. */
    mergedInto: text('merged_into').references((): AnyPgColumn => sources.id),
    /** By which duplicates and words are found. Derived; null: not yet, by a program that had no such column. */
    keys: text('keys').array(),
    search: tsvector('search'),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('source_identity').on(table.identity),
    uniqueIndex('source_doi_identity').on(table.doiIdentity),
    uniqueIndex('source_isbn_identity').on(table.isbnIdentity),
    index('source_merged_into').on(table.mergedInto),
    index('source_keys').using('gin', table.keys),
    index('source_search').using('gin', table.search),
  ],
)

export const approvals = pgTable(
  'approval',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    fingerprint: text('fingerprint').notNull(),
    segmenter: text('segmenter').notNull(),
    annotationIds: text('annotation_ids').array().notNull(),
    text: text('text').notNull(),
    /** What the sentence's annotations said when it was approved. */
    evidence: jsonb('evidence').notNull(),
    /** By which authorship finds the sentence in the fold of the log. */
    authorshipKey: text('authorship_key').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    seq: seq('seq').notNull(),
    /** How many different people had to approve it then. */
    needed: integer('needed').notNull().default(1),
    at: at('at').notNull().defaultNow(),
    withdrawnAt: at('withdrawn_at'),
  },
  (table) => [index('approval_article').on(table.articleId)],
)

/** Queries and rejections. */
export const queries = pgTable(
  'query',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    verdict: text('verdict').notNull(),
    annotationIds: text('annotation_ids').array().notNull(),
    fingerprint: text('fingerprint').notNull(),
    text: text('text').notNull(),
    note: text('note').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull().defaultNow(),
    closedAt: at('closed_at'),
    closedBy: text('closed_by'),
    closedReason: text('closed_reason'),
    /** How it ended, in a word of `lib/domain/review/outcomes.ts`. */
    outcome: text('outcome'),
  },
  (table) => [index('query_article').on(table.articleId)],
)

/** Published versions. The database refuses to change a row, but for a takedown; see the migration `immutable_rows`. */
export const versions = pgTable(
  'version',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    number: integer('number').notNull(),
    slug: text('slug').notNull(),
    change: text('change').notNull(),
    note: text('note').notNull(),
    /** What it was published in spite of; null: of nothing. */
    overrides: jsonb('overrides'),
    hash: text('hash').notNull(),
    canonical: text('canonical').notNull(),
    body: text('body').notNull(),
    seq: seq('seq').notNull(),
    publishedBy: text('published_by')
      .notNull()
      .references(() => people.id),
    publishedAt: at('published_at').notNull(),
    /** Detached JWS over the hash; null: published before versions were signed. */
    signature: text('signature'),
    /** Taken down for reasons of law: then the words are gone, and the hash stays. */
    takenDownAt: at('taken_down_at'),
    takenDownBy: text('taken_down_by').references(() => people.id),
    takedownReason: text('takedown_reason'),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.number] }),
    unique('version_slug_number').on(table.slug, table.number),
  ],
)

/** Who did what, when: a hash chain, so that a changed row is found. */
export const audit = pgTable(
  'audit',
  {
    seq: seq('seq').primaryKey(),
    at: at('at').notNull(),
    actorId: text('actor_id'),
    action: text('action').notNull(),
    articleId: text('article_id'),
    detail: jsonb('detail').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_article').on(table.articleId, table.at)],
)

/** One row: the head of the audit chain. Locking it puts the entries in one order. */
export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey(),
  seq: seq('seq').notNull(),
  hash: text('hash').notNull(),
})
