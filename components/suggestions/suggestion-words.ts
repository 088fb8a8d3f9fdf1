import type { Words } from '#components/ui/words.ts'
import { type Block, ROLES } from '#lib/domain/text/article-text.ts'
import type { Proposal } from '#lib/domain/text/proposals.ts'

type T = Words<'suggestions'>

/** What a suggestion would do, in words, for the list and for those who listen: the words themselves are in quotes. */
export function suggestionWords(t: T, proposal: Proposal, blocks: readonly Block[]): string {
  const { changes } = proposal
  const parts = [
    ...textWords(t, proposal),
    ...changes.map((change) => changeWords(t, proposal, blocks, change)),
  ]
  return parts.join('; ')
}

function textWords(t: T, { inserted, deleted }: Proposal): readonly string[] {
  if (inserted && deleted)
    return [t('would.replace', { deleted: shortened(deleted), inserted: shortened(inserted) })]
  if (inserted === '\n') return [t('would.beginParagraph')]
  if (deleted === '\n') return [t('would.joinParagraph')]
  if (inserted) return [t('would.insert', { words: shortened(inserted) })]
  return deleted ? [t('would.delete', { words: shortened(deleted) })] : []
}

/** Long words by their ends: the text shows them whole. */
const SHOWN = 160

function shortened(words: string): string {
  const line = words.replace(/\n/g, ' ¶ ').trim()
  return line.length > SHOWN ? `${line.slice(0, 100)} … ${line.slice(-50)}` : line
}

/** Formatting is about words; a role is about a paragraph. */
function changeWords(t: T, { places }: Proposal, blocks: readonly Block[], change: string): string {
  const role = ROLES.find((each) => change === `role ${each}`)
  if (role) return t(`role.${role}`)
  const look = lookWords(t, change)
  const place = places.find(({ from, to }) => from < to)
  const block = blocks[place?.blockIndex ?? -1]
  if (!place || block?.type !== 'text') return look
  return t('would.onWords', { look, words: shortened(block.text.slice(place.from, place.to)) })
}

const LOOKS = {
  bold: 'bold',
  '-bold': 'notBold',
  italic: 'italic',
  '-italic': 'notItalic',
  '-link': 'noLink',
} as const

function lookWords(t: T, change: string): string {
  if (change.startsWith('link ')) return t('would.link', { address: change.slice(5) })
  const look = Object.entries(LOOKS).find(([known]) => known === change)?.[1]
  return t(`would.${look ?? 'otherFormatting'}`)
}
