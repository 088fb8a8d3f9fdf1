import { expect, it } from 'vitest'
import type { CollabServer } from '#lib/collab/server.ts'
import { createMetrics } from './metrics.ts'

it('[OPS1] tells in numbers what the server holds, commits, acknowledges and refuses, by reason', async () => {
  const { meter, watch, text } = createMetrics()
  const collab = { counts: () => ({ sockets: 3, documents: 2 }), rooms: { size: 4, queue: [5] } }
  watch(collab as unknown as CollabServer)
  meter.refused('gap')
  meter.refused('gap')
  meter.closed('slowReader')
  meter.slowed('presence')
  meter.committed(7, 0.003)
  meter.acknowledged()
  const lines = (await text()).split('\n')
  for (const line of [
    ...['galley_sockets 3', 'galley_documents 2', 'galley_rooms 4', 'galley_queue 1'],
    ...['galley_refused_total{reason="gap"} 2', 'galley_closed_total{reason="slowReader"} 1'],
    ...['galley_slowed_total{what="presence"} 1', 'galley_acknowledged_total 1'],
    ...['galley_commits_total 1', 'galley_rows_total 7'],
    ...['galley_commit_seconds_bucket{le="0.002"} 0', 'galley_commit_seconds_bucket{le="0.005"} 1'],
  ]) {
    expect(lines).toContain(line)
  }
})
