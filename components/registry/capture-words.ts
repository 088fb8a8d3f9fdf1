import type { Words } from '#components/ui/words.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import { type LinkHealth, linkState } from '#lib/domain/sourcing/link-state.ts'

/** What it means for those who cite it. */
export function linkMeaning(t: Words<'sourcePage'>, link: LinkHealth): string {
  if (link.keptAt) return t('linkMeans.kept')
  const state = linkState(link)
  return t(state === 'ok' && link.failures ? 'linkMeans.failing' : `linkMeans.${state}`)
}

const TYPES = {
  'text/html': 'webPage',
  'application/pdf': 'pdf',
  'text/plain': 'text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  image: 'image',
  audio: 'audio',
} as const

const isKnown = (type: string): type is keyof typeof TYPES => Object.hasOwn(TYPES, type)

export function typeWords(
  t: Words<'sourcePage'>,
  { mediaType, pages }: Pick<Capture, 'mediaType' | 'pages'>,
): string {
  if (mediaType === 'application/pdf' && pages) return t('pdfPages', { count: pages })
  const known = [mediaType, mediaType.split('/')[0] ?? ''].find(isKnown)
  return known ? t(`type.${TYPES[known]}`) : mediaType
}

export function sizeWords(t: Words<'sourcePage'>, bytes: number): string {
  if (bytes < 1024) return t('bytes', { size: bytes })
  const kilobytes = Math.round(bytes / 1024)
  return kilobytes < 1024
    ? t('kilobytes', { size: kilobytes })
    : t('megabytes', { size: bytes / 1024 / 1024 })
}

/** What stands above a page of a text. Of a web page the first is what it is about; a text of one page needs no heading. */
export function pageHeading(
  t: Words<'sourcePage'>,
  { mediaType, pages }: Pick<Capture, 'mediaType' | 'pages'>,
  at: number,
): string {
  if (mediaType === 'text/html') return t(at ? 'elsewhere' : 'mainText')
  return pages > 1 ? t('page', { number: at + 1 }) : ''
}
