import { useTranslations } from 'next-intl'
import { useRow } from '#components/ui/use-row.ts'
import { FACETS, type Facet } from '#lib/domain/sourcing/facets.ts'

type ChoiceKey = { [F in Facet]: `${F}.${(typeof FACETS)[F][number]}` }[Facet]

/** What the choices are called that the registry is narrowed by. */
export function useFacetWords() {
  const t = useTranslations('registry')
  const choices = useTranslations('registry.choice')
  const row = useRow()
  const choiceWords = (facet: Facet, value: string): string => {
    const key = `${facet}.${value}` as ChoiceKey
    return choices.has(key) ? choices(key) : value
  }
  return {
    choiceWords,
    /** “Kind: Person, Document”. */
    chosenWords: (facet: Facet, values: readonly string[]): string => {
      const made = values.map((value) => choiceWords(facet, value))
      return t('chosen', { facet: t(`facet.${facet}`), choices: row(made) })
    },
  }
}

export const choicesOf = (facet: Facet): readonly string[] => FACETS[facet]

/** The address of the registry with these words and choices. */
export function registryHref(search: string, params: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...(search && { q: search }), ...params })
  return query.size ? `/sources?${query}` : '/sources'
}
