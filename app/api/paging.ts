import { z } from 'zod'
import {
  cursorOf,
  MOST_PER_PAGE,
  type Page,
  type PageWish,
  type Place,
  pageOf,
  placeOf,
} from '#lib/domain/shared/page.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

const limitInput = z.coerce.number().int().min(1).max(MOST_PER_PAGE)
/** Of a caller who gives a cursor and no limit. */
const USUAL = 50

/**
 * Which page of a list is asked for; null: all of it, as it was always given. `filters`: what came with the pages, and is
 * answered with one.
 */
export function readPage(
  request: Request,
  list: string,
  filters: readonly string[] = [],
): Result<PageWish | null> {
  const query = new URL(request.url).searchParams
  const [limit, cursor] = [query.get('limit'), query.get('cursor')]
  const isPaged = limit !== null || cursor !== null || filters.some((name) => query.has(name))
  if (!isPaged) return ok(null)
  const parsed = limitInput.safeParse(limit ?? USUAL)
  const after = cursor === null ? null : placeOf(list, cursor)
  if (!parsed.success)
    return fail({ kind: 'invalid', message: `limit: a number from 1 to ${MOST_PER_PAGE}.` })
  if (cursor !== null && !after)
    return fail({ kind: 'invalid', message: 'cursor: take it from `next` of the page before.' })
  return ok({ limit: parsed.data, after })
}

/** A page under the name of its list; `next` is the cursor of the one that follows. */
export function pageBody<T>(name: string, { items, next }: Page<T>): Record<string, unknown> {
  return { [name]: items, next: next && cursorOf(name, next) }
}

/** A list that is at hand in full: all of it, or the page that is asked for, in order of the key. */
export function listBody<T>(
  request: Request,
  name: string,
  list: readonly T[],
  keyOf: (item: T) => Place,
): Result<Record<string, unknown>> {
  const page = readPage(request, name)
  if (!page.ok) return page
  return ok(page.value ? pageBody(name, pageOf(list, page.value, keyOf)) : { [name]: list })
}

/** `Link` of a page that is followed by another (RFC 8288). */
export function linkOf(request: Request, body: unknown): Record<string, string> {
  const next = typeof body === 'object' && body !== null && 'next' in body ? body.next : null
  if (typeof next !== 'string') return {}
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('cursor', next)
  return { link: `<${pathname}?${searchParams}>; rel="next"` }
}

/** The page that is asked for, or the first, of a list that is given in pages alone. */
export function readPageAlways(request: Request, list: string): Result<PageWish> {
  const page = readPage(request, list)
  return page.ok ? ok(page.value ?? { limit: USUAL, after: null }) : page
}

/** What narrows a list, from the address. */
export function readQuery<T extends z.ZodObject>(request: Request, schema: T): Result<z.output<T>> {
  const given = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = schema.safeParse(given)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail({ kind: 'invalid', message: `${issue?.path.join('.')}: ${issue?.message}` })
}
