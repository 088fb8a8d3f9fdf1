import type { Head, KeptRow } from './chain.ts'

/** What readers are told of anyway: which version came out or was taken down, and when. */
export const TOLD_ACTIONS = ['version.published', 'version.takenDown'] as const

/**
 * What is told of such a row. By whom, under a name that says nothing beyond this article: the row has the id of a person, which
 * would be the same in the dossiers of all their articles.
 */
export interface ToldAct {
  readonly action: string
  readonly articleId: string
  readonly by: string
  /** Of the version. */
  readonly hash: string
  readonly number: number
}

/** The row's place in the trail and its hash, with what is told of it. */
export interface ToldRow extends Head {
  readonly act: ToldAct
}

/** All such rows of one article, in their order: who acted first is the first publisher. */
export function toldRows(articleId: string, kept: readonly KeptRow[]): readonly ToldRow[] {
  const people = [...new Set(kept.map(({ row }) => row.actorId))]
  return kept.map(({ row: { seq, at, action, actorId, detail }, hash: rowHash }) => {
    const { hash, number } = detail as Pick<ToldAct, 'hash' | 'number'>
    const by = `publisher ${people.indexOf(actorId) + 1}`
    return { act: { action, articleId, by, hash, number }, at, hash: rowHash, seq }
  })
}
