import { z } from 'zod'
import { CHANGES } from '#lib/domain/publication/version.ts'
import { STATES } from '#lib/domain/review/states.ts'

/** What is answered around an article, beside its text, decisions and versions. */

const time = z.iso.datetime({ offset: true })
const id = z.looseObject({ id: z.string() })
const nothing = z.looseObject({})
const names = z.record(z.string(), z.string())
const person = z.looseObject({ personId: z.string(), personName: z.string(), at: time })

const message = person.extend({ id: z.string(), text: z.string(), mentions: z.array(z.string()) })
const thread = z.looseObject({
  ...{ id: z.string(), quote: z.string(), messages: z.array(message) },
  ...{ resolved: nothing.nullable(), readAt: time.nullable() },
})

const moment = z.looseObject({ kind: z.string(), seq: z.number().int(), at: time })
const page = z.looseObject({
  ...{ next: z.number().int().nullable(), head: z.number().int(), people: names },
})
/** Of an article, or of one sentence where that was asked for. */
const history = z.union([
  page.extend({ moments: z.array(moment) }),
  page.extend({ changes: z.array(z.looseObject({ moment })), trace: nothing.nullable() }),
])
const past = z.looseObject({
  ...{ seq: z.number().int(), blocks: z.array(z.looseObject({ type: z.string() })) },
  ...{ annotations: z.array(nothing), sources: z.record(z.string(), nothing) },
  comparison: z.looseObject({ from: z.number(), to: z.number() }).nullable(),
})
const run = z.looseObject({
  ...{ block: z.string(), from: z.number().int(), to: z.number().int(), text: z.string() },
  ...{ personId: z.string().nullable(), personName: z.string().nullable(), at: time.nullable() },
})

const legal = z.looseObject({ at: time, personName: z.string(), note: z.string() }).nullable()
const plan = z.looseObject({ deadline: time.nullable(), legal })
const schedule = z.looseObject({
  ...{ at: time, change: z.enum(CHANGES), note: z.string(), from: z.enum(STATES) },
  ...{ personId: z.string(), personName: z.string(), failure: nothing.nullable() },
})
/** For our own page: it changes with it, so that no more is promised than this. */
const facts = plan.extend({
  ...{ id: z.string(), slug: z.string(), state: z.enum(STATES), title: z.string() },
  ...{ lang: z.string(), restricted: z.boolean(), rights: z.record(z.string(), z.boolean()) },
  ...{ approvals: z.array(nothing), queries: z.array(nothing), sources: z.array(nothing) },
  ...{ versions: z.array(nothing), pictures: z.array(nothing), schedule: schedule.nullable() },
})

const size = {
  ...{ hash: z.string(), bytes: z.number().int() },
  ...{ width: z.number().int(), height: z.number().int() },
}
const picture = z.looseObject({
  ...{ ...size, mediaType: z.string(), renditions: z.array(z.looseObject(size)) },
})

const ARTICLE = '/api/v1/articles/{id}'

export const ARTICLE_SHAPES: Readonly<Record<string, z.ZodType>> = {
  [`get ${ARTICLE}/history`]: history,
  [`get ${ARTICLE}/history/{seq}`]: past,
  [`post ${ARTICLE}/history/names`]: id,
  [`post ${ARTICLE}/history/restore`]: z.looseObject({
    ...{ seq: z.number().int(), changed: z.boolean(), title: z.string() },
  }),
  [`post ${ARTICLE}/authorship`]: z.looseObject({ runs: z.array(run) }),
  [`post ${ARTICLE}/queries/{queryId}/messages`]: id,
  [`get ${ARTICLE}/facts`]: facts,
  [`get ${ARTICLE}/authors`]: z.looseObject({ authors: z.array(z.array(z.string())) }),
  [`get ${ARTICLE}/approvals/{approvalId}`]: z.looseObject({
    annotations: z.array(z.looseObject({ id: z.string(), citations: z.array(nothing) })),
  }),
  [`patch ${ARTICLE}/plan`]: plan,
  [`put ${ARTICLE}/schedule`]: schedule,
  [`get ${ARTICLE}/threads`]: z.looseObject({
    ...{ threads: z.array(thread), next: z.string().nullable().optional() },
    people: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  }),
  [`post ${ARTICLE}/threads`]: z.looseObject({ id: z.string(), messageId: z.string() }),
  [`post ${ARTICLE}/threads/{threadId}/messages`]: id,
  [`post ${ARTICLE}/pictures`]: picture,
  [`put ${ARTICLE}/pictures/{hash}`]: picture,
}
