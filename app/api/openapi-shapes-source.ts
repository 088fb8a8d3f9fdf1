import { z } from 'zod'
import { NOTICE_KINDS } from '#lib/domain/notices/notice.ts'
import { STATES } from '#lib/domain/review/states.ts'
import { SOURCE_KINDS } from '#lib/domain/sourcing/source.ts'

/** What is answered around a source, of the vault, and of what concerns whoever asks. */

const time = z.iso.datetime({ offset: true })
const nothing = z.looseObject({})
const texts = z.array(z.string())

/** By whom, where and when a source was published, in the words of CSL-JSON. */
export const cslShape = z
  .looseObject({
    author: z.array(
      z.looseObject({ family: z.string(), given: z.string(), literal: z.string() }).partial(),
    ),
    issued: z.looseObject({ 'date-parts': z.array(z.array(z.number().int())) }),
    ...{ publisher: z.string(), 'container-title': z.string() },
    ...{ DOI: z.string(), ISBN: z.string() },
  })
  .partial()

const capture = z.looseObject({
  ...{ id: z.string(), sourceId: z.string(), kind: z.enum(['fetched', 'uploaded']), at: time },
  ...{ askedUrl: z.string(), finalUrl: z.string(), status: z.number().int().nullable() },
  ...{ mediaType: z.string(), rawHash: z.string(), size: z.number().int() },
  ...{ textHash: z.string().nullable(), pages: z.number().int(), fileName: z.string() },
  ...{ title: z.string(), authors: texts, publisher: z.string(), date: z.string() },
})
const passage = z.looseObject({
  captureId: z.string(),
  check: z.looseObject({ kind: z.enum(['found', 'edited', 'differs', 'notFound']) }),
})
const duplicates = z.looseObject({
  duplicates: z.array(
    z.looseObject({
      source: z.looseObject({ id: z.string(), title: z.string() }),
      match: z.enum(['address', 'doi', 'isbn', 'file', 'alike']),
    }),
  ),
})
const use = z.looseObject({
  ...{ articleId: z.string(), title: z.string(), state: z.enum(STATES) },
  sentences: z.array(z.looseObject({ index: z.number().int(), text: z.string() })),
})
const merge = z.looseObject({
  ...{ id: z.string(), fromId: z.string(), intoId: z.string(), at: time, mayUndo: z.boolean() },
})
const knowledge = z.looseObject({
  ...{ isLocked: z.boolean(), knownTo: texts, mayOpen: z.boolean(), isOwner: z.boolean() },
})
const published = z.looseObject({
  total: z.number().int(),
  versions: z.array(
    z.looseObject({ slug: z.string(), number: z.number().int(), headline: z.string() }),
  ),
})
const details = z.looseObject({ kind: z.enum(SOURCE_KINDS), found: nothing })
const choice = z.looseObject({ app: z.boolean(), mail: z.string() })

const SOURCE = '/api/v1/sources/{id}'

export const SOURCE_SHAPES: Readonly<Record<string, z.ZodType>> = {
  'post /api/v1/sources/details': details,
  'post /api/v1/sources/details/file': details,
  'post /api/v1/sources/duplicates': duplicates,
  [`get ${SOURCE}/captures`]: z.looseObject({
    captures: z.array(capture),
    next: z.string().nullable().optional(),
  }),
  [`post ${SOURCE}/captures`]: capture,
  [`post ${SOURCE}/captures/uploads`]: capture,
  [`get ${SOURCE}/captures/{captureId}`]: capture,
  [`post ${SOURCE}/passage`]: passage,
  [`get ${SOURCE}/duplicates`]: duplicates,
  [`get ${SOURCE}/uses`]: z.looseObject({
    ...{ uses: z.array(use), total: z.number().int(), next: z.string().nullable().optional() },
  }),
  [`get ${SOURCE}/merges`]: z.looseObject({ merges: z.array(merge) }),
  [`post ${SOURCE}/merges`]: z.looseObject({ id: z.string(), title: z.string() }),
  [`get ${SOURCE}/identity`]: knowledge,
  [`put ${SOURCE}/identity`]: knowledge.extend({ published }),
  [`post ${SOURCE}/identity/openings`]: z.looseObject({
    ...{ name: z.string(), otherNames: texts, contacts: texts, note: z.string() },
    ...{ harmless: texts, recordings: texts, published },
  }),
  [`post ${SOURCE}/identity/recordings`]: z.looseObject({ id: z.string() }),
  'post /api/v1/policy/effect': z.looseObject({
    ...{ articles: z.number().int(), gain: z.number().int(), lose: z.number().int() },
  }),
  'get /api/v1/notices': z.looseObject({
    notices: z.array(z.looseObject({ id: z.string(), kind: z.enum(NOTICE_KINDS), at: time })),
    next: z.string().nullable(),
  }),
  'get /api/v1/notices/unread': z.looseObject({ count: z.number().int() }),
  'get /api/v1/notices/choices': z.record(z.enum(NOTICE_KINDS), choice),
  'get /api/v1/openapi.json': z.looseObject({ openapi: z.string(), paths: nothing }),
}
