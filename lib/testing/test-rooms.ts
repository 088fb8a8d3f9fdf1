import { vi } from 'vitest'
import type { ArticleState } from '#lib/collab/ports.ts'
import { Rooms } from '#lib/collab/rooms.ts'
import { seedOf } from './client-doc.ts'
import { MemoryLog } from './memory-log.ts'

export const seed = seedOf('headline: It leaks', 'It rained.')
export const ada = { personId: 'ada', sessionId: 's' }
export const ben = { personId: 'ben', sessionId: null }

export function newRooms(...ids: readonly string[]) {
  const log = new MemoryLog()
  for (const id of ids.length ? ids : ['x']) log.create(id, seed)
  const events = { discarded: vi.fn(), committed: vi.fn(), failed: vi.fn() }
  const meter = spyMeter()
  const rooms = new Rooms(log, events, { meter })
  return { log, rooms, events, meter }
}

/** A meter that remembers what it was told. */
export const spyMeter = () => ({
  refused: vi.fn(),
  closed: vi.fn(),
  slowed: vi.fn(),
  committed: vi.fn(),
  acknowledged: vi.fn(),
})

export const textOf = ({ content }: ArticleState) =>
  content.blocks.map((block) => (block.type === 'text' ? block.text : '')).join('|')

export const nobody = { discarded: () => {}, committed: () => {}, failed: () => {} }

/** What a process that starts now would serve. */
export const reread = async (log: MemoryLog, id = 'x') =>
  textOf(await new Rooms(log, nobody).read(id))
