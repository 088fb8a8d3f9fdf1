import type { Block } from '#lib/domain/text/article-text.ts'
import type { Proposal } from '#lib/domain/text/proposals.ts'

/** What a suggestion would do, in words, for the list and for those who listen: the words themselves are in quotes. */
export function suggestionWords(proposal: Proposal, blocks: readonly Block[]): string {
  const { inserted, deleted, changes } = proposal
  const parts = [
    ...(inserted && deleted ? [`Replace ${quoted(deleted)} with ${quoted(inserted)}`] : []),
    ...(inserted && !deleted ? [inWords(inserted, 'Insert', 'Begin a new paragraph')] : []),
    ...(deleted && !inserted ? [inWords(deleted, 'Delete', 'Join with the paragraph above')] : []),
    ...changes.map((change) => `${lookWords(change)}${onWords(proposal, blocks, change)}`),
  ]
  return parts.join('; ')
}

/** Long words by their ends: the text shows them whole. */
const SHOWN = 160

function quoted(words: string): string {
  const line = words.replace(/\n/g, ' ¶ ').trim()
  const short = line.length > SHOWN ? `${line.slice(0, 100)} … ${line.slice(-50)}` : line
  return `“${short}”`
}

const inWords = (words: string, verb: string, bare: string) =>
  words === '\n' ? bare : `${verb} ${quoted(words)}`

/** Formatting is about words; a role is about a paragraph. */
function onWords({ places }: Proposal, blocks: readonly Block[], change: string): string {
  if (change.startsWith('role ')) return ''
  const place = places.find(({ from, to }) => from < to)
  const block = blocks[place?.blockIndex ?? -1]
  if (!place || block?.type !== 'text') return ''
  return `: ${quoted(block.text.slice(place.from, place.to))}`
}

const LOOKS: Readonly<Record<string, string>> = {
  bold: 'Make bold',
  '-bold': 'Not bold',
  italic: 'Make italic',
  '-italic': 'Not italic',
  '-link': 'Take the link off',
}

function lookWords(change: string): string {
  if (change.startsWith('role ')) return `Make the paragraph a ${change.slice(5)}`
  if (change.startsWith('link ')) return `Link to ${change.slice(5)}`
  return LOOKS[change] ?? 'Other formatting'
}
