import { LINK_STATES, linkState } from './link-state.ts'
import { PRIMACIES, RELIABILITIES, SOURCE_KINDS, type Source } from './source.ts'

/** Where nothing was said, looked at or judged. */
export const NONE = 'none'
const FLAGS = ['true', 'false'] as const

/** What the registry is narrowed by, with the choices of each, in the order in which they are shown. */
export const FACETS = {
  kind: SOURCE_KINDS,
  reliability: [...RELIABILITIES, NONE],
  primacy: [...PRIMACIES, NONE],
  link: [...LINK_STATES, NONE],
  used: FLAGS,
  confidential: FLAGS,
  retired: ['false', 'true'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Facet = keyof typeof FACETS
export const FACET_NAMES = Object.keys(FACETS) as readonly Facet[]

/** The choices that were made: one of a facet is enough, and every facet has to fit. */
export type Chosen = Readonly<Partial<Record<Facet, readonly string[]>>>

/** How many sources each choice would show. */
export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>

/** What a source is counted under. `isUsed`: by an article that whoever asks may see. */
export function facetsOf(source: Source, isUsed: boolean): Readonly<Record<Facet, string>> {
  const { kind, reliability, reliabilityAt, primacy, link, confidential, retiredAt } = source
  const isJudged = reliability !== 'F' || Boolean(reliabilityAt)
  return {
    kind,
    reliability: isJudged ? reliability : NONE,
    primacy: primacy ?? NONE,
    link: link ? linkState(link) : NONE,
    used: String(isUsed),
    confidential: String(confidential === true),
    retired: String(retiredAt !== null),
  }
}

/** `except`: a facet that does not count. */
export function fits(
  values: Readonly<Record<Facet, string>>,
  chosen: Chosen,
  except: Facet | null = null,
): boolean {
  return FACET_NAMES.every(
    (facet) => facet === except || !chosen[facet]?.length || chosen[facet].includes(values[facet]),
  )
}

/** Counts of each choice, as they follow from the choices in all other facets [FAC1]. */
export function countFacets(
  all: readonly Readonly<Record<Facet, string>>[],
  chosen: Chosen,
): FacetCounts {
  const counts = noCounts()
  for (const values of all)
    for (const facet of FACET_NAMES) {
      const value = values[facet]
      if (fits(values, chosen, facet)) counts[facet][value] = (counts[facet][value] ?? 0) + 1
    }
  return counts
}

/** Every choice, with none. */
export function noCounts(): Record<Facet, Record<string, number>> {
  const counts = FACET_NAMES.map((facet) => [
    facet,
    Object.fromEntries(FACETS[facet].map((value) => [value, 0])),
  ])
  return Object.fromEntries(counts)
}

/** The choices in an address, parted by commas or given several times. What is no choice is left out. */
export function readChosen(
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): Chosen {
  const chosen = FACET_NAMES.map((facet) => {
    const given = [params[facet] ?? []].flat().flatMap((text) => text.split(','))
    const choices: readonly string[] = FACETS[facet]
    return [facet, choices.filter((value) => given.includes(value))] as const
  })
  return Object.fromEntries(chosen.filter(([, values]) => values.length))
}

/** The same choices as parameters of an address. */
export function chosenParams(chosen: Chosen): Readonly<Record<string, string>> {
  const params = FACET_NAMES.map((facet) => [facet, chosen[facet]?.join(',') ?? ''] as const)
  return Object.fromEntries(params.filter(([, value]) => value))
}

/** With a choice made, or taken back. */
export function toggled(chosen: Chosen, facet: Facet, value: string): Chosen {
  const before = chosen[facet] ?? []
  const choices: readonly string[] = FACETS[facet]
  const now = choices.filter((one) => before.includes(one) !== (one === value))
  const { [facet]: _, ...rest } = chosen
  return now.length ? { ...rest, [facet]: now } : rest
}

/** Without the choices in a facet. */
export function without(chosen: Chosen, facet: Facet): Chosen {
  const { [facet]: _, ...rest } = chosen
  return rest
}

/** How many sources there would be without the choices in one facet: which one stands in the way, the most first [FAC3]. */
export function inTheWay(
  chosen: Chosen,
  counts: FacetCounts,
): readonly { readonly facet: Facet; readonly count: number }[] {
  return FACET_NAMES.filter((facet) => chosen[facet])
    .map((facet) => ({
      facet,
      count: Object.values(counts[facet]).reduce((sum, count) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}
