import type { Capture } from '#lib/domain/sourcing/capture.ts'
import { type LinkHealth, type LinkState, linkState } from '#lib/domain/sourcing/link-state.ts'

export const LINK_WORDS: Readonly<Record<LinkState, string>> = {
  ok: 'Reachable',
  moved: 'Moved',
  changed: 'Changed',
  dead: 'Gone',
}

/** What it means for those who cite it. */
export function linkMeaning(link: LinkHealth): string {
  if (link.keptAt) return 'The captured copy stands in for it.'
  switch (linkState(link)) {
    case 'ok':
      return link.failures ? 'It did not answer last time. It is tried again.' : 'It answers.'
    case 'moved':
      return 'It answers from another address.'
    case 'changed':
      return 'A passage that is quoted from it is not on the page any more: sentences that quote it need work.'
    case 'dead':
      return 'The page is not there any more: sentences that cite it need work.'
    default:
      return ''
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  'text/html': 'Web page',
  'application/pdf': 'PDF',
  'text/plain': 'Text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
}

export function typeWords({ mediaType, pages }: Pick<Capture, 'mediaType' | 'pages'>): string {
  const [group = ''] = mediaType.split('/')
  const known = TYPE_WORDS[mediaType] ?? { image: 'Picture', audio: 'Sound' }[group] ?? mediaType
  return mediaType === 'application/pdf' && pages ? `${known}, ${countWords(pages, 'page')}` : known
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return countWords(bytes, 'byte')
  const kilobytes = Math.round(bytes / 1024)
  return kilobytes < 1024 ? `${kilobytes} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

/** What stands above a page of a text. Of a web page the first is what it is about; a text of one page needs no heading. */
export function pageHeading(
  { mediaType, pages }: Pick<Capture, 'mediaType' | 'pages'>,
  at: number,
): string {
  if (mediaType === 'text/html') return at ? 'Elsewhere on the page' : 'Main text'
  return pages > 1 ? `Page ${at + 1}` : ''
}
