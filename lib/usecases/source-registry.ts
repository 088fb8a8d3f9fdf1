import { z } from 'zod'
import { countUnread } from '#db/repositories/cited-sources.ts'
import {
  countSources,
  listRegistry,
  pageSources,
  type RegistryFilter,
} from '#db/repositories/source-facets.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Page, PageWish } from '#lib/domain/shared/page.ts'
import { type Chosen, FACETS, type Facet, type FacetCounts } from '#lib/domain/sourcing/facets.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import type { Context } from './context.ts'
import { readCitations } from './read-citations.ts'

const choices = (facet: Facet) =>
  z
    .string()
    .max(200)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.enum(FACETS[facet])))
    .optional()

/** What the registry is narrowed by; several choices in one facet are parted by commas. */
export const sourceFilter = z.object({
  q: z.string().max(500).transform(cleanText).optional(),
  changedSince: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  kind: choices('kind'),
  reliability: choices('reliability'),
  primacy: choices('primacy'),
  link: choices('link'),
  used: choices('used'),
  confidential: choices('confidential'),
  retired: choices('retired'),
  /** Asks for the counts too. */
  facets: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
})

/** The counts beside the choices, and what they are of. */
export interface Counted {
  readonly facets: FacetCounts
  readonly total: number
  /** Articles of which it is not known yet what they cite: what they use is counted as unused. */
  readonly unread: number
}

/** Articles that are read for one look at the registry. After an upgrade there are more: the next looks read on. */
const READ_AT_ONCE = 200

/** The registry page by page, in an order that stays; with the counts where they are asked for. */
export async function pageRegistry(
  context: Context,
  actor: Actor,
  { q = '', changedSince: since, facets: isCounted, ...chosen }: z.output<typeof sourceFilter>,
  wish: PageWish,
): Promise<{ readonly page: Page<Source>; readonly counted: Counted | null }> {
  const filter = { ...filterFor(actor, q, given(chosen)), since }
  if (isCounted || filter.chosen.used) await readCitations(context, READ_AT_ONCE)
  const page = await pageSources(context.db, filter, wish)
  return { page, counted: isCounted ? await counted(context, filter) : null }
}

/** What the page of the registry shows. */
export interface OpenRegistry extends Counted {
  readonly sources: readonly Source[]
  /** Where the words are in the way: how many there would be without them. */
  readonly withoutWords: number
}

/** The first so many sources with these words and choices, and what other choices would show. Everybody in the house reads it. */
export async function openRegistry(
  context: Context,
  actor: Actor,
  wish: { readonly search: string; readonly chosen: Chosen; readonly limit: number },
): Promise<OpenRegistry> {
  await readCitations(context, READ_AT_ONCE)
  const filter = filterFor(actor, cleanText(wish.search), wish.chosen)
  const sources = await listRegistry(context.db, filter, wish.limit)
  const found = await counted(context, filter)
  const isLost = filter.search !== '' && found.total === 0
  const withoutWords = isLost ? await countSources(context.db, { ...filter, search: '' }) : null
  return { sources, ...found, withoutWords: withoutWords?.total ?? 0 }
}

/** What is used is told of articles that this person may see, so that no count tells of others [FAC2]. */
function filterFor(actor: Actor, search: string, chosen: Chosen): RegistryFilter {
  return { search, chosen, personId: actor.roles.length ? actor.id : null }
}

function given(
  chosen: {
    readonly [facet in Facet]?: readonly string[] | undefined
  },
): Chosen {
  return Object.fromEntries(Object.entries(chosen).filter(([, values]) => values?.length))
}

async function counted(context: Context, filter: RegistryFilter): Promise<Counted> {
  const { counts, total } = await countSources(context.db, filter)
  const { personId } = filter
  const unread = personId === null ? 0 : await countUnread(context.db, personId)
  return { facets: counts, total, unread }
}
