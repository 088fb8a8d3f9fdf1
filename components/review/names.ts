import type { ArticleModel } from '#components/workspace/model.ts'

type NameOf = (id: string) => string | undefined

/** Names of the people whom the page knows: those here now, and those who decided something. */
export function namesIn({
  me,
  present,
  facts,
}: Pick<ArticleModel, 'me' | 'present' | 'facts'>): NameOf {
  const names = new Map<string, string>()
  for (const { personId, personName } of [...facts.approvals, ...facts.queries]) {
    names.set(personId, personName)
  }
  for (const { id, name } of present) names.set(id, name)
  names.set(me.id, me.name)
  return (id) => names.get(id)
}

/** `Ana and Ben`; people without a known name are counted. Null when there is nobody. */
export function peopleInWords(ids: readonly string[], nameOf: NameOf): string | null {
  const known = ids.flatMap((id) => nameOf(id) ?? [])
  const unknown = ids.length - known.length
  if (unknown) known.push(unknown === 1 ? 'somebody else' : `${unknown} others`)
  return known.length ? LIST.format(known) : null
}

const LIST = new Intl.ListFormat('en-GB')
