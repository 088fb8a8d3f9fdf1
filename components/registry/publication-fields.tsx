import { TextInput } from '#components/ui/text-input.tsx'
import { CSL_WORDS, type CslWords, wordsOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import type { SourceFieldsProps } from './carry-fields.tsx'

type Name = keyof CslWords

const FIELDS: Readonly<Record<Name, { label: string; max: number; hint?: string }>> = {
  cslAuthors: {
    label: 'Authors',
    max: 40_000,
    hint: 'Family name, given name; next author. A name without a comma stays as it is.',
  },
  cslContainer: { label: 'Published in', max: 300, hint: 'Newspaper, journal, site or series.' },
  cslPublisher: { label: 'Publisher', max: 300 },
  cslIssued: { label: 'Published on', max: 10, hint: '2026, 2026-03 or 2026-03-01.' },
  cslDoi: { label: 'DOI', max: 300 },
  cslIsbn: { label: 'ISBN', max: 40 },
}

/** By whom, where and when it was published, for readers and their programs. Folded while nobody said. */
export function PublicationFields({ source, errorOf }: SourceFieldsProps) {
  const csl = source?.csl ?? null
  const words = wordsOfCsl(csl)
  const isWrong = CSL_WORDS.some((name) => errorOf(name) !== null)
  const field = (name: Name) => {
    const { label, max, ...hint } = FIELDS[name]
    const given = { label, name, ...hint, maxLength: max, defaultValue: words[name] }
    return <TextInput {...given} dir="auto" optional error={errorOf(name)} />
  }
  return (
    <details className="more-fields" open={csl !== null || isWrong}>
      <summary>Publication details</summary>
      {field('cslAuthors')}
      <div className="two">
        {field('cslContainer')}
        {field('cslPublisher')}
      </div>
      <div className="two">
        {field('cslIssued')}
        {field('cslIsbn')}
      </div>
      {field('cslDoi')}
    </details>
  )
}
