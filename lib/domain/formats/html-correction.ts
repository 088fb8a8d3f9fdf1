import type { Version } from '#lib/domain/publication/version.ts'
import { escapeHtml } from './escape-html.ts'
import { correctionLines } from './words.ts'

type Said = Pick<Version, 'change' | 'note' | 'correction'>

/** What readers are told of a change. `page`: address of the version whose sentences are named; empty: this page. */
export function changeSaidHtml({ note, correction }: Said, page: string): string {
  const lines = correction ? correctionLines(correction) : []
  const told = lines.map(
    ([label, words]) => ` <b>${label}</b> <span dir="auto">${escapeHtml(words)}</span>`,
  )
  const said = note.trim() ? ` <span dir="auto">${escapeHtml(note)}</span>` : ''
  return told.join('') + said + sentencesHtml(correction?.sentences ?? [], page)
}

function sentencesHtml(ids: readonly string[], page: string): string {
  const link = (id: string, words: string) =>
    `<a href="${escapeHtml(`${page}#${id}`)}">${words}</a>`
  const [first] = ids
  if (!first) return ''
  if (ids.length === 1) return ` See ${link(first, 'the sentence')}.`
  return ` In ${ids.length} sentences (${ids.map((id, at) => link(id, `${at + 1}`)).join(', ')}).`
}
