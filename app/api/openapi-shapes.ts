import { z } from 'zod'
import { SCOPES } from '#lib/domain/access/scopes.ts'
import { CHANGES } from '#lib/domain/publication/version.ts'
import { WARNING_KINDS } from '#lib/domain/publication/warnings.ts'
import { HOOK_EVENTS } from '#lib/domain/publication/webhook.ts'
import { STATES } from '#lib/domain/review/states.ts'
import { RELIABILITIES, SOURCE_KINDS, TERMS } from '#lib/domain/sourcing/source.ts'
import { ARTICLE_SHAPES } from './openapi-shapes-article.ts'
import { cslShape, SOURCE_SHAPES } from './openapi-shapes-source.ts'

/** What answers look like. Loose: things are added, and no reader may stumble over what it does not know. */

const time = z.iso.datetime({ offset: true })
const list = <T extends z.ZodType>(name: string, item: T) =>
  z.looseObject({ [name]: z.array(item), next: z.string().nullable().optional() })

const coverage = z.looseObject({ sentences: z.number().int() }).nullable()

const articleShape = z.looseObject({
  ...{ id: z.string(), slug: z.string(), state: z.enum(STATES), title: z.string() },
  ...{ lang: z.string(), byline: z.string(), section: z.string(), dateline: z.string() },
  ...{ deadline: time.nullable(), coverage, blockers: z.array(z.looseObject({})) },
  warnings: z.array(
    z.looseObject({
      ...{ kind: z.enum(WARNING_KINDS), sentence: z.number().int(), fingerprint: z.string() },
      ...{ text: z.string(), message: z.string() },
    }),
  ),
})

const sentenceShape = z.looseObject({
  ...{ index: z.number().int(), block: z.string(), role: z.string(), text: z.string() },
  ...{ from: z.number().int(), to: z.number().int(), annotationIds: z.array(z.string()) },
  ...{ kind: z.string().nullable(), confidence: z.string().nullable() },
  ...{ evidence: z.string(), review: z.string(), display: z.string(), fingerprint: z.string() },
})

const sourceShape = z.looseObject({
  ...{ id: z.string(), kind: z.enum(SOURCE_KINDS), title: z.string(), publicName: z.string() },
  ...{ description: z.string(), terms: z.enum(TERMS), url: z.string().nullable() },
  ...{ reliability: z.enum(RELIABILITIES), publicRevision: z.number().int() },
  retiredAt: time.nullable(),
  csl: cslShape.nullable().optional(),
})

const versionShape = z.looseObject({
  ...{ articleId: z.string(), slug: z.string(), number: z.number().int() },
  ...{ change: z.enum(CHANGES), note: z.string(), publishedAt: time },
  ...{ hash: z.string(), signature: z.string().nullable() },
  correction: z
    .looseObject({ wrong: z.string(), right: z.string(), sentences: z.array(z.string()) })
    .optional(),
})

const tokenShape = z.looseObject({
  ...{ id: z.string(), name: z.string(), createdAt: time, lastUsedAt: time.nullable() },
  ...{ scopes: z.array(z.enum(SCOPES)).nullable(), expiresAt: time.nullable() },
})

const hookShape = z.looseObject({
  ...{ id: z.string(), url: z.string(), events: z.array(z.enum(HOOK_EVENTS)), active: z.boolean() },
  ...{ createdAt: time, failingSince: time.nullable(), givenUpAt: time.nullable() },
})

const deliveryShape = z.looseObject({
  ...{ id: z.string(), event: z.string(), createdAt: time, attempts: z.number().int() },
  ...{ nextAt: time.nullable(), deliveredAt: time.nullable() },
  ...{ lastStatus: z.number().int().nullable(), lastError: z.string().nullable() },
})

const policyShape = z.looseObject({
  version: z.number().int(),
  approvers: z.looseObject({ everywhere: z.number().int(), rules: z.array(z.looseObject({})) }),
})

const results = z.looseObject({ results: z.array(z.looseObject({ status: z.number().int() })) })
const made = z.looseObject({ id: z.string(), slug: z.string(), editUrl: z.string() })
const listed = z.looseObject({
  id: z.string(),
  slug: z.string(),
  state: z.enum(STATES),
  section: z.string(),
})
const entry = z.looseObject({
  seq: z.number().int(),
  at: time,
  action: z.string(),
  detail: z.looseObject({}),
  /** Notes and reasons that the chain has the seals of, by field of `detail`. */
  words: z.record(z.string(), z.string()),
  hash: z.string(),
})
const move = z.looseObject({ at: time, from: z.string(), to: z.string(), note: z.string() })
const ticket = z.looseObject({ ticket: z.string(), url: z.string(), document: z.string() })

/** By method and path, of the answer that says that all went well, where it is JSON. */
export const SHAPES: Readonly<Record<string, z.ZodType>> = {
  ...ARTICLE_SHAPES,
  ...SOURCE_SHAPES,
  'get /api/v1/articles': list('articles', listed),
  'post /api/v1/articles': made,
  'get /api/v1/articles/{id}': articleShape,
  'patch /api/v1/articles/{id}': z.looseObject({ slug: z.string() }),
  'get /api/v1/articles/{id}/sentences': list('sentences', sentenceShape),
  'put /api/v1/articles/{id}/annotations': results,
  'post /api/v1/articles/{id}/decisions': results,
  'get /api/v1/articles/{id}/moves': list('moves', move),
  'post /api/v1/articles/{id}/moves': z.looseObject({ state: z.enum(STATES) }),
  'get /api/v1/articles/{id}/versions': list('versions', versionShape),
  'post /api/v1/articles/{id}/versions': versionShape,
  'post /api/v1/articles/{id}/ticket': ticket,
  'get /api/v1/versions': list('versions', versionShape),
  'get /api/v1/sources': list('sources', sourceShape),
  'post /api/v1/sources': sourceShape,
  'get /api/v1/sources/{id}': sourceShape,
  'patch /api/v1/sources/{id}': sourceShape,
  'get /api/v1/policy': policyShape,
  'put /api/v1/policy': policyShape,
  'get /api/v1/tokens': list('tokens', tokenShape),
  'post /api/v1/tokens': z.looseObject({ id: z.string(), token: z.string() }),
  'get /api/v1/audit': list('entries', entry),
  'get /api/v1/webhooks': list('webhooks', hookShape),
  'post /api/v1/webhooks': hookShape.extend({ secret: z.string() }),
  'get /api/v1/webhooks/{id}': hookShape,
  'patch /api/v1/webhooks/{id}': hookShape,
  'post /api/v1/webhooks/{id}/test': z.looseObject({ delivery: z.string() }),
  'get /api/v1/webhooks/{id}/deliveries': list('deliveries', deliveryShape),
}
