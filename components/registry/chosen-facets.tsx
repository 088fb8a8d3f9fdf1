import Link from 'next/link'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import {
  type Chosen,
  chosenParams,
  FACET_NAMES,
  type FacetCounts,
  inTheWay,
  without,
} from '#lib/domain/sourcing/facets.ts'
import { chosenWords, registryHref, sourceWords } from './facet-words.ts'

interface NarrowedProps {
  readonly search: string
  readonly chosen: Chosen
}

/** The choices that were made, each with the way back, and how much is left. */
export function ChosenFacets({ search, chosen, total }: NarrowedProps & { total: number }) {
  const made = FACET_NAMES.filter((facet) => chosen[facet])
  return (
    <div className="chosen-facets">
      <p role="status" className="muted num">
        {sourceWords(total)}
      </p>
      {made.length > 0 && (
        <>
          <ul>
            {made.map((facet) => (
              <li key={facet}>
                <Link
                  className="chip plain"
                  href={registryHref(search, chosenParams(without(chosen, facet)))}
                  replace
                  scroll={false}
                >
                  <span className="vh">Take away the filter </span>
                  {chosenWords(facet, chosen[facet] ?? [])}
                  <Icon name="close" />
                </Link>
              </li>
            ))}
          </ul>
          <Link className="btn quiet sm" href={registryHref(search, {})} replace scroll={false}>
            Clear filters
          </Link>
        </>
      )}
    </div>
  )
}

interface NothingProps extends NarrowedProps {
  readonly counts: FacetCounts
  /** How many there would be with other words. */
  readonly withoutWords: number
}

/** Why nothing is left, and what to take away [FAC3]. */
export function NothingFits({ search, chosen, counts, withoutWords }: NothingProps) {
  const ways = [
    ...inTheWay(chosen, counts).map(({ facet, count }) => ({
      words: `Without “${chosenWords(facet, chosen[facet] ?? [])}”`,
      href: registryHref(search, chosenParams(without(chosen, facet))),
      count,
    })),
    ...(withoutWords > 0
      ? [
          {
            words: `Without the words “${search}”`,
            href: registryHref('', chosenParams(chosen)),
            count: withoutWords,
          },
        ]
      : []),
  ]
  const isNarrowed = Object.keys(chosen).length > 0
  return (
    <EmptyState
      title={lostTitle(search, isNarrowed)}
      text={ways.length && isNarrowed ? 'One of these is in the way:' : lostWords(isNarrowed)}
    >
      {isNarrowed &&
        ways.map(({ words, href, count }) => (
          <Link key={href} className="btn" href={href} replace scroll={false}>
            {words} <span className="muted num">{sourceWords(count)}</span>
          </Link>
        ))}
      <Link className="btn" href="/sources" replace scroll={false}>
        {isNarrowed ? 'Clear everything' : 'Clear the search'}
      </Link>
    </EmptyState>
  )
}

function lostTitle(search: string, isNarrowed: boolean): string {
  if (!isNarrowed) return `Nothing matches “${search}”`
  return search ? `No source with “${search}” fits these filters` : 'No source fits these filters'
}

function lostWords(isNarrowed: boolean): string {
  return isNarrowed
    ? 'Taking away one of the filters is not enough.'
    : 'Every word is looked for in names and addresses.'
}
