import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Words } from '#components/ui/words.ts'
import {
  type Chosen,
  chosenParams,
  FACET_NAMES,
  type FacetCounts,
  inTheWay,
  without,
} from '#lib/domain/sourcing/facets.ts'
import { registryHref, useFacetWords } from './facet-words.ts'

interface NarrowedProps {
  readonly search: string
  readonly chosen: Chosen
}

/** The choices that were made, each with the way back, and how much is left. */
export function ChosenFacets({ search, chosen, total }: NarrowedProps & { total: number }) {
  const t = useTranslations('registry')
  const { chosenWords } = useFacetWords()
  const made = FACET_NAMES.filter((facet) => chosen[facet])
  return (
    <div className="chosen-facets">
      <p role="status" className="muted num">
        {t('sources', { count: total })}
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
                  {t.rich('takeAway', {
                    filter: chosenWords(facet, chosen[facet] ?? []),
                    hidden,
                  })}
                  <Icon name="close" />
                </Link>
              </li>
            ))}
          </ul>
          <Link className="btn quiet sm" href={registryHref(search, {})} replace scroll={false}>
            {t('clearFilters')}
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
  const t = useTranslations('registry')
  const { chosenWords } = useFacetWords()
  const ways = inTheWay(chosen, counts).map(({ facet, count }) => ({
    words: t('withoutFilter', { filter: chosenWords(facet, chosen[facet] ?? []) }),
    href: registryHref(search, chosenParams(without(chosen, facet))),
    count,
  }))
  if (withoutWords > 0)
    ways.push({
      words: t('withoutWords', { words: search }),
      href: registryHref('', chosenParams(chosen)),
      count: withoutWords,
    })
  const isNarrowed = Object.keys(chosen).length > 0
  return (
    <EmptyState
      title={lostTitle(t, search, isNarrowed)}
      text={t(lostWords(isNarrowed, ways.length))}
    >
      {isNarrowed &&
        ways.map(({ words, href, count }) => (
          <Link key={href} className="btn" href={href} replace scroll={false}>
            {words} <span className="muted num">{t('sources', { count })}</span>
          </Link>
        ))}
      <Link className="btn" href="/sources" replace scroll={false}>
        {t(isNarrowed ? 'clearAll' : 'clearSearch')}
      </Link>
    </EmptyState>
  )
}

function lostTitle(t: Words<'registry'>, search: string, isNarrowed: boolean): string {
  if (!isNarrowed) return t('nothingMatches', { words: search })
  return search ? t('nothingWithWordsFits', { words: search }) : t('nothingFits')
}

function lostWords(isNarrowed: boolean, ways: number) {
  if (!isNarrowed) return 'howSearched'
  return ways ? 'inTheWay' : 'oneIsNotEnough'
}
