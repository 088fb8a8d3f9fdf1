import type { Node as PMNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { type BlockEntry, FIGURE_KEYS } from './pieces.ts'
import { asRole, shownFigure } from './schema.ts'

/** What the map `blocks` says about an id. No entry, or one that makes no sense, is a paragraph [TXT3]. */
export function readEntry(blocks: Y.Map<unknown>, id: string): BlockEntry {
  const entry = blocks.get(id)
  const get = (key: string) => (entry instanceof Y.Map ? entry.get(key) : undefined)
  const said = { alt: get('alt'), picture: get('picture'), credit: get('credit') }
  return { role: asRole(get('role')), ...shownFigure(said) }
}

/**
 * Writes what differs from what is read, and nothing else: a role that a newer program gave is read as a paragraph,
 * and stays as it is until somebody chooses another [EDT9]. Each block has its entry from the first, so that two who
 * change different things about it at once write into one.
 */
export function writeEntry(blocks: Y.Map<unknown>, id: string, change: Partial<BlockEntry>) {
  const now = readEntry(blocks, id)
  let entry = blocks.get(id)
  if (!(entry instanceof Y.Map)) {
    entry = new Y.Map()
    blocks.set(id, entry)
    for (const [key, value] of Object.entries(change)) (entry as Y.Map<unknown>).set(key, value)
    return
  }
  for (const key of ['role', ...FIGURE_KEYS] as const) {
    const value = change[key]
    if (value !== undefined && value !== now[key]) (entry as Y.Map<unknown>).set(key, value)
  }
}

/** Makes a block, a figure or a proposed opening show what its entry says. */
export function showEntry(
  tr: Transaction,
  { attrs }: PMNode,
  pos: number,
  entryOf: (id: string) => BlockEntry,
) {
  const entry = entryOf(attrs.id)
  for (const key of ['role', ...FIGURE_KEYS] as const)
    if (key in attrs && attrs[key] !== entry[key]) tr.setNodeAttribute(pos, key, entry[key])
}

/** The ids whose entries an event of `blocks` changed. */
export function changedEntries(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    else for (const key of event.keys.keys()) ids.add(key)
  }
  return ids
}
