import { z } from 'zod'
import { jsonFeed } from '#lib/domain/formats/json-feed.ts'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { CHANGES } from '#lib/domain/publication/version.ts'
import { CONFIDENCES, KINDS, LOCATOR_LABELS, RELATIONS } from '#lib/domain/sourcing/annotation.ts'
import { SOURCE_KINDS } from '#lib/domain/sourcing/source.ts'
import { ROLES } from '#lib/domain/text/article-text.ts'
import { cslShape } from './openapi-shapes-source.ts'

/** What programs get without an account. What has a standard of its own is checked by that; here stands how it is told apart. */

const time = z.iso.datetime({ offset: true })
const texts = z.array(z.string())
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const place = z.looseObject({ label: z.enum(LOCATOR_LABELS), value: z.string() }).nullable()

const sentence = z.looseObject({
  ...{ id: z.string(), text: z.string(), kind: z.enum(KINDS).nullable(), notes: texts },
  confidence: z.looseObject({ word: z.string(), means: z.string() }).nullable(),
  citations: z.array(
    z.looseObject({
      ...{ number: z.number().int(), relation: z.enum(RELATIONS), locator: place },
      quote: z.string(),
      source: z.looseObject({
        ...{ name: z.string(), kind: z.enum(SOURCE_KINDS), description: z.string() },
        url: z.string().nullable(),
        copy: z.looseObject({ at: time, sha256: hash }).optional(),
      }),
    }),
  ),
  ...{ fingerprint: hash, position: z.number().int(), role: z.enum(ROLES).nullable() },
  ...{ address: z.string(), page: z.string() },
  article: z.looseObject({
    ...{ id: z.string(), headline: z.string(), lang: z.string(), version: z.number().int() },
    ...{ publishedAt: time, sha256: hash, record: z.string() },
  }),
})

const feed = z.looseObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  ...{ title: z.string(), home_page_url: z.string(), feed_url: z.string(), language: z.string() },
  authors: z.array(z.looseObject({ name: z.string() })),
  items: z.array(
    z.looseObject({
      ...{ id: z.string(), url: z.string(), title: z.string(), summary: z.string() },
      ...{ content_html: z.string().optional(), content_text: z.string().optional() },
      ...{ date_published: time, date_modified: time, language: z.string(), tags: texts },
    }),
  ),
})

const correction = z
  .looseObject({ wrong: z.string(), right: z.string(), sentences: texts })
  .optional()
const overrides = z
  .array(z.looseObject({ sentence: z.string().nullable(), what: z.string(), reason: z.string() }))
  .optional()
const change = { change: z.enum(CHANGES), note: z.string(), correction, overrides }

/** The record of a version: the canonical JSON that its hash and signature are of. */
const record = z.looseObject({
  ...{ format: z.literal('galley-version/1'), articleId: z.string(), slug: z.string() },
  ...{ number: z.number().int(), ...change, lang: z.string(), headline: z.string() },
  ...{ byline: z.string(), section: z.string(), dateline: z.string(), publishedAt: time },
  ...{ firstPublishedAt: time, previousHash: hash.nullable(), segmenter: z.string() },
  blocks: z.array(
    z.looseObject({
      ...{ id: z.string(), role: z.enum(ROLES), text: z.string() },
      formats: z.array(
        z.looseObject({
          ...{ from: z.number().int(), to: z.number().int(), href: z.string().optional() },
          kind: z.enum(['bold', 'italic', 'link']),
        }),
      ),
    }),
  ),
  figures: z
    .array(
      z.looseObject({
        ...{ id: z.string(), before: z.number().int(), mediaType: z.string(), alt: z.string() },
        sizes: z.array(
          z.looseObject({
            ...{ width: z.number().int(), height: z.number().int(), bytes: z.number().int() },
            hash,
          }),
        ),
        credit: z.looseObject({ name: z.string(), url: z.string().nullable() }),
      }),
    )
    .optional(),
  sentences: z.array(
    z.looseObject({
      ...{ id: z.string(), block: z.number().int(), from: z.number().int(), to: z.number().int() },
      ...{ text: z.string(), fingerprint: hash, kind: z.enum(KINDS).nullable() },
      ...{ confidence: z.enum(CONFIDENCES).nullable(), publicNotes: texts },
      citations: z.array(
        z.looseObject({
          ...{ source: z.number().int(), relation: z.enum(RELATIONS), locator: place },
          quote: z.string(),
        }),
      ),
    }),
  ),
  sources: z.array(
    z.looseObject({
      ...{ id: z.string(), kind: z.enum(SOURCE_KINDS), name: z.string() },
      ...{ description: z.string(), url: z.string().nullable() },
      csl: cslShape.optional(),
      capture: z.looseObject({ at: time, hash }).optional(),
    }),
  ),
  coverage: z.looseObject({
    ...{ sentences: z.number().int(), tagged: z.number().int() },
    ...{ evidenced: z.number().int(), approved: z.number().int() },
  }),
  reviewers: z.number().int(),
  history: z.array(z.looseObject({ number: z.number().int(), ...change, publishedAt: time, hash })),
})

const ninjs = z.looseObject({
  standard: z.looseObject({ name: z.literal('ninjs'), version: z.literal('3.1') }),
})
const jsonLd = z.looseObject({ '@context': z.unknown() })
const bibliography = z.array(z.looseObject({ id: z.string(), type: z.string(), title: z.string() }))
const keys = z.looseObject({
  keys: z.array(
    z.looseObject({
      ...{ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() },
      ...{ use: z.literal('sig'), alg: z.literal('EdDSA'), iat: z.number().int() },
    }),
  ),
})

/** Of each format that is JSON. */
const FORMAT_SHAPES: Readonly<Record<string, z.ZodType>> = {
  ...{ json: record, ninjs, feed, csl: bibliography },
  ...{ jsonld: jsonLd, annotations: jsonLd, prov: jsonLd },
}

/** By media type: several formats may have one. */
function exportsByType(): Readonly<Record<string, z.ZodType>> {
  const types = Map.groupBy(FORMATS, ({ mediaType }) => mediaType.split(';')[0] ?? '')
  return Object.fromEntries(
    [...types].flatMap(([type, formats]) => {
      const [first, ...others] = formats.flatMap(({ id }) => FORMAT_SHAPES[id] ?? [])
      return first ? [[type, others.length ? z.union([first, ...others]) : first]] : []
    }),
  )
}

type Shapes = Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>

/** By call and media type. */
export const READ_SHAPES: Shapes = {
  'get /read/{slug}/s/{id}': { 'application/json': sentence },
  'get /read/{slug}/v/{number}/s/{id}': { 'application/json': sentence },
  'get /read/feed.json': { [jsonFeed.mediaType]: feed },
  'get /read/{slug}/{format}': exportsByType(),
  'get /read/{slug}/v/{number}/{format}': exportsByType(),
  'get /.well-known/jwks.json': { 'application/jwk-set+json': keys },
}
