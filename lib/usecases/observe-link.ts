import { findHealth, writeHealth } from '#db/repositories/links.ts'
import type { Fetching } from '#lib/capture/ports.ts'
import { joinPages, type Readable } from '#lib/domain/sourcing/capture.ts'
import { type LinkObservation, lostPassages, nextHealth } from '#lib/domain/sourcing/link-health.ts'
import { hoursToNextLook, type LinkHealth } from '#lib/domain/sourcing/link-state.ts'
import { indexPassages } from '#lib/domain/sourcing/passage-index.ts'
import { capturedTexts } from './captured-texts.ts'
import { citedPassages } from './cited-passages.ts'
import type { Context } from './context.ts'

/** What one look at a source's address showed, to be written with whatever else it brought. */
export interface Look {
  readonly health: LinkHealth
  /** Passages were lost since the last look. */
  readonly isLoss: boolean
  /** What is derived from it may be another now. */
  readonly isNews: boolean
  write(tx: Context['db']): Promise<void>
}

/** Compares what was fetched with what is known [CAP7]. */
export async function lookAt(
  context: Context,
  source: { readonly id: string; readonly url: string },
  fetching: Fetching,
): Promise<Look> {
  const known = await findHealth(context.db, source.id)
  // What was seen at another address says nothing about this one.
  const before = known?.url === source.url ? known : null
  const readable = readableOf(fetching)
  const textHash = readable?.pages ? await hashOfText(readable.pages) : (before?.textHash ?? null)
  // Also of the same text: what is cited now need not be what was cited then.
  const lost = readable?.pages
    ? await lostIn(context, source, readable.pages)
    : (before?.health.lost ?? [])
  const now = context.now()
  const health = nextHealth(
    before?.health ?? null,
    observationOf(fetching, lost),
    now.toISOString(),
  )
  const nextAt = new Date(now.getTime() + hoursToNextLook(health) * 3_600_000)
  const { checkedAt: _then, ...was } = before?.health ?? { checkedAt: '' }
  const { checkedAt: _now, ...is } = health
  return {
    health,
    isLoss: health.lost.some((hash) => !before?.health.lost.includes(hash)),
    isNews: JSON.stringify(was) !== JSON.stringify(is),
    write: (tx) =>
      writeHealth(tx, { sourceId: source.id, url: source.url, health, textHash, nextAt }),
  }
}

function readableOf(fetching: Fetching): Readable | null {
  if (fetching.kind !== 'answer' || !fetching.page.readable?.ok) return null
  return fetching.page.readable.value
}

function observationOf(fetching: Fetching, lost: readonly string[]): LinkObservation {
  if (fetching.kind === 'unreachable') return { kind: fetching.isOurs ? 'blind' : 'silent' }
  if (fetching.kind !== 'answer') return { kind: 'blind' }
  const { status, movedForGood, finalUrl, readable } = fetching.page
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status >= 500) return { kind: 'silent' }
  // Behind a login, or in a form that is not read: somebody is there.
  if (!readable?.ok) return { kind: 'blind' }
  return { kind: 'seen', movedTo: movedForGood ? finalUrl : null, lost }
}

async function lostIn(
  context: Context,
  source: { readonly id: string; readonly url: string },
  pages: readonly string[],
): Promise<readonly string[]> {
  const earlier = await capturedTexts(context, source)
  if (!earlier.length) return []
  const quotes = await citedPassages(context, source.id)
  // In one order, whatever the order of the articles: else each look would be news.
  return lostPassages(indexPassages(pages), earlier, quotes).toSorted()
}

async function hashOfText(pages: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(joinPages(pages))
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
