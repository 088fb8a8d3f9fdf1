import Link from 'next/link'
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
  const acts = ACTIONS.map((action) => [action, actionLabel(action)] as const)
  return (
    <search>
      {/* Made anew with the address: fields of before would say what is not looked for any more. */}
      <form className="audit-filters" action="/audit" key={JSON.stringify(chosen)}>
        <TextInput label="Words or ids" type="search" name="q" defaultValue={chosen.q} />
        <Choice
          label="Person"
          name="person"
          defaultValue={chosen.person ?? ''}
          options={[['', 'Everybody'], ...people.map(({ id, name }) => [id, name] as const)]}
        />
        <Choice
          label="Act"
          name="action"
          defaultValue={chosen.action ?? ''}
          options={[
            ['', 'Every act'],
            ...acts.toSorted(([, a], [, b]) => a.localeCompare(b, 'en')),
          ]}
        />
        <TextInput label="From" type="date" name="from" defaultValue={chosen.from ?? ''} />
        <TextInput label="To" type="date" name="to" defaultValue={chosen.to ?? ''} />
        {chosen.article && <input type="hidden" name="article" value={chosen.article} />}
        <button type="submit" className="btn primary">
          Find
        </button>
        {chosen.article && (
          <p className="small">
            Of one article alone. <Link href="/audit">Of all</Link>
          </p>
        )}
      </form>
    </search>
  )
}
