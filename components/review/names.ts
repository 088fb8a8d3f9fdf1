import type { List, Words } from '#components/ui/words.ts'
import type { ArticleModel } from '#components/workspace/model.ts'

type NameOf = (id: string) => string | undefined

/** Names of everybody in the newsroom. */
export function namesIn({ people }: Pick<ArticleModel, 'people'>): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => names.get(id)
}

/** `Ana and Ben`; people without a known name are counted. Null when there is nobody. */
export function peopleInWords(
  t: Words<'review'>,
  list: List,
  ids: readonly string[],
  nameOf: NameOf,
): string | null {
  const known = ids.flatMap((id) => nameOf(id) ?? [])
  const unknown = ids.length - known.length
  if (unknown) known.push(t('others', { count: unknown }))
  return known.length ? list(known) : null
}
