import { useTranslations } from 'next-intl'
import { TextInput } from '#components/ui/text-input.tsx'
import { CSL_WORDS, type CslWords, wordsOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import type { SourceFieldsProps } from './carry-fields.tsx'

type Name = keyof CslWords

const MOST: Readonly<Record<Name, number>> = {
  ...{ cslAuthors: 40_000, cslContainer: 300, cslPublisher: 300 },
  ...{ cslIssued: 10, cslDoi: 300, cslIsbn: 40 },
}

/** By whom, where and when it was published, for readers and their programs. Folded while nobody said. */
export function PublicationFields({ source, errorOf }: SourceFieldsProps) {
  const t = useTranslations('sourceForm')
  const csl = source?.csl ?? null
  const words = wordsOfCsl(csl)
  const isWrong = CSL_WORDS.some((name) => errorOf(name) !== null)
  const field = (name: Name, hint?: string) => (
    <TextInput
      label={t(`field.${name}`)}
      {...{ name, ...(hint && { hint }), maxLength: MOST[name], defaultValue: words[name] }}
      dir="auto"
      optional
      error={errorOf(name)}
    />
  )
  return (
    <details className="more-fields" open={csl !== null || isWrong}>
      <summary>{t('details')}</summary>
      {field('cslAuthors', t('hint.cslAuthors'))}
      <div className="two">
        {field('cslContainer', t('hint.cslContainer'))}
        {field('cslPublisher')}
      </div>
      <div className="two">
        {field('cslIssued', t('hint.cslIssued'))}
        {field('cslIsbn')}
      </div>
      {field('cslDoi')}
    </details>
  )
}
