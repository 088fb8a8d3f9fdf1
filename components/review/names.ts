import type { ArticleModel } from '#components/workspace/model.ts'

type NameOf = (id: string) => string | undefined

/** Names of everybody in the newsroom. */
export function namesIn({ people }: Pick<ArticleModel, 'people'>): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]))
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
