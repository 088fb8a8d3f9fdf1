import { setImmediate as turn } from 'node:timers/promises'
import { pageOfStanding } from '#db/repositories/versions.ts'
import { leaksOf } from '#lib/domain/publication/leaks.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { type Protected, protectsNothing } from '#lib/domain/sourcing/identity.ts'
import type { Context } from './context.ts'

/** A version that readers can open and that has something protected in it. */
export interface TellingVersion {
  readonly slug: string
  readonly number: number
  readonly headline: string
}

/** What is out already. */
export interface PublishedBefore {
  readonly total: number
  /** The first of them. */
  readonly versions: readonly TellingVersion[]
}

const PAGE = 25
const LISTED = 100

/** Published versions that stand and tell who somebody is [CNF8]. Only for who may know: where a name stands says whose it is. */
export async function publishedBefore(
  { db }: Pick<Context, 'db'>,
  hidden: Protected,
): Promise<PublishedBefore> {
  const found: TellingVersion[] = []
  if (protectsNothing(hidden)) return { total: 0, versions: found }
  let page: Awaited<ReturnType<typeof pageOfStanding>> = []
  do {
    page = await pageOfStanding(db, page.at(-1) ?? null, PAGE)
    for (const { slug, number, canonical } of page) {
      const version = JSON.parse(canonical) as Version
      if (leaksOf(version, hidden).length) found.push({ slug, number, headline: version.headline })
      await turn()
    }
  } while (page.length === PAGE)
  return { total: found.length, versions: found.slice(0, LISTED) }
}
