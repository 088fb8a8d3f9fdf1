import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Choice } from '#components/ui/choice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { ACTIONS, actionLabel } from '#lib/domain/trail/act-words.ts'

export interface AuditFiltersProps {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: {
    readonly person: string | null
    readonly action: string | null
    readonly article: string | null
    readonly from: string | null
    readonly to: string | null
    readonly q: string
  }
}

/** A plain form: what is looked for stands in the address. */
export function AuditFilters({ people, chosen }: AuditFiltersProps) {
  const t = useTranslations('audit')
  const { compare } = new Intl.Collator(useLocale())
  const acts = ACTIONS.map((action) => [action, actionLabel(action)] as const)
  return (
    <search>
      {/* Made anew with the address: fields of before would say what is not looked for any more. */}
      <form className="audit-filters" action="/audit" key={JSON.stringify(chosen)}>
        <TextInput label={t('wordsOrIds')} type="search" name="q" defaultValue={chosen.q} />
        <Choice
          label={t('person')}
          name="person"
          defaultValue={chosen.person ?? ''}
          options={[['', t('everybody')], ...people.map(({ id, name }) => [id, name] as const)]}
        />
        <Choice
          label={t('act')}
          name="action"
          defaultValue={chosen.action ?? ''}
          options={[['', t('everyAct')], ...acts.toSorted(([, a], [, b]) => compare(a, b))]}
        />
        <TextInput label={t('from')} type="date" name="from" defaultValue={chosen.from ?? ''} />
        <TextInput label={t('to')} type="date" name="to" defaultValue={chosen.to ?? ''} />
        {chosen.article && <input type="hidden" name="article" value={chosen.article} />}
        <button type="submit" className="btn primary">
          {t('find')}
        </button>
        {chosen.article && (
          <p className="small">
            {t.rich('ofOneArticle', { way: (text) => <Link href="/audit">{text}</Link> })}
          </p>
        )}
      </form>
    </search>
  )
}
