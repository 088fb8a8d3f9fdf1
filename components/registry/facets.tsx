'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useOptimistic, useState, useTransition } from 'react'
import { hidden } from '#components/ui/hidden.tsx'
import { Icon } from '#components/ui/icon.tsx'
import {
  type Chosen,
  chosenParams,
  FACET_NAMES,
  type Facet,
  type FacetCounts,
  toggled,
} from '#lib/domain/sourcing/facets.ts'
import { choicesOf, useFacetWords } from './facet-words.ts'

interface FacetsProps {
  readonly chosen: Chosen
  readonly counts: FacetCounts
}

/** What the registry is narrowed by: in the address, so that it can be sent; a plain form until the script has come. */
export function Facets({ chosen, counts }: FacetsProps) {
  const t = useTranslations('registry')
  const { path, words, shown, isPending, toggle } = useChosen(chosen)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const made = FACET_NAMES.filter((facet) => shown[facet]).length
  return (
    <form className="facets" action={path} aria-label={t('filters')} aria-busy={isPending}>
      {words && <input type="hidden" name="q" value={words} />}
      <button
        type="button"
        className="btn facets-open"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="down" />
        {made > 0 ? t('filtersMade', { count: made }) : t('filters')}
      </button>
      <div id={id} className="facet-list" data-open={isOpen}>
        {FACET_NAMES.map((facet) => (
          <fieldset key={facet} className="facet">
            <legend>{t(`facet.${facet}`)}</legend>
            {choicesOf(facet).map((value) => (
              <Choice
                key={value}
                facet={facet}
                value={value}
                count={counts[facet][value] ?? 0}
                isChosen={shown[facet]?.includes(value) ?? false}
                onToggle={() => toggle(facet, value)}
              />
            ))}
          </fieldset>
        ))}
        <noscript>
          <button type="submit" className="btn">
            {t('apply')}
          </button>
        </noscript>
      </div>
    </form>
  )
}

/** The choices in the address, and at once those that are on their way there. */
function useChosen(chosen: Chosen) {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const [isPending, start] = useTransition()
  const [shown, setShown] = useOptimistic(chosen)
  const words = params.get('q') ?? ''
  const toggle = (facet: Facet, value: string) =>
    start(() => {
      const next = toggled(shown, facet, value)
      setShown(next)
      const query = new URLSearchParams({ ...(words && { q: words }), ...chosenParams(next) })
      router.replace(query.size ? `${path}?${query}` : path, { scroll: false })
    })
  return { path, words, shown, isPending, toggle }
}

interface ChoiceProps {
  readonly facet: Facet
  readonly value: string
  readonly count: number
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function Choice({ facet, value, count, isChosen, onToggle }: ChoiceProps) {
  const t = useTranslations('registry')
  const { choiceWords } = useFacetWords()
  return (
    <label className="facet-choice" data-empty={count === 0}>
      <input type="checkbox" name={facet} value={value} checked={isChosen} onChange={onToggle} />
      <span>{choiceWords(facet, value)}</span>
      <span className="num muted">{t.rich('ofSources', { count, hidden })}</span>
    </label>
  )
}
