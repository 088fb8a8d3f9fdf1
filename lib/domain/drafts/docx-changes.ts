import { cleanText } from '#lib/domain/text/clean.ts'
import type { RunStyle } from './docx-styles.ts'
import { childOf, elementsOf, type Xml } from './xml.ts'

/** A change that a document keeps track of: what came in or goes, and who did it, as it says. */
export interface Tracked {
  readonly suggested: 'insertion' | 'deletion'
  readonly by?: string
}

const INSERTED = new Set(['w:ins', 'w:moveTo', 'w:cellIns'])
const DELETED = new Set(['w:del', 'w:moveFrom', 'w:cellDel'])

/** What an element says of the words in it, or of what it is a setting of; null: nothing. */
function trackedBy(element: Xml): Tracked | null {
  const isInserted = INSERTED.has(element.name)
  if (!isInserted && !DELETED.has(element.name)) return null
  const by = authorOf(element)
  return { suggested: isInserted ? 'insertion' : 'deletion', ...(by && { by }) }
}

/** What settings say of the thing that they are the settings of: it may have come and gone. */
export function trackedIn(settings: Xml | undefined): readonly Tracked[] {
  return elementsOf(settings).flatMap((each) => trackedBy(each) ?? [])
}

/** Names are shown in lists. */
const LONGEST_NAME = 100

export function authorOf(change: Xml | undefined): string {
  const said = cleanText(change?.attributes['w:author'] ?? '').replace(/\s+/gu, ' ')
  return said.trim().slice(0, LONGEST_NAME)
}

/** Settings now, and as they were before a tracked change of them. */
export interface Settings {
  readonly now: Xml | undefined
  readonly was: Xml | undefined
  readonly change: Xml | undefined
}

export function settingsIn(element: Xml, name: string): Settings {
  const now = childOf(element, name)
  const change = childOf(now, `${name}Change`)
  return { now, was: change ? childOf(change, name) : now, change }
}

/** The looks that words get, as a proposed change says them. */
export function looksBetween(was: RunStyle, now: RunStyle): readonly string[] {
  const names = ['bold', 'italic'] as const
  return names.flatMap((name) => {
    if (!was[name] === !now[name]) return []
    return [now[name] ? name : `-${name}`]
  })
}
