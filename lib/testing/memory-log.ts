import type { LogStore } from '#lib/collab/log-store.ts'

type Row = Parameters<LogStore['append']>[0][number]
type Snapshot = Parameters<LogStore['saveSnapshot']>[0]

interface Stored {
  epoch: number
  schemaVersion: number
  headSeq: number
  rows: { seq: number; personId: string; at: Date; update: Uint8Array }[]
  snapshots: Snapshot[]
  readonly clients: Map<number, string>
}

/** A log in memory that keeps the database's promises, until a test makes it break them. */
export class MemoryLog implements LogStore {
  readonly articles = new Map<string, Stored>()
  /** Every batch that was asked for, by the rows in it. */
  readonly batches: Row[][] = []
  /** Runs before a batch is stored; throws: it is not. */
  beforeAppend: (rows: readonly Row[]) => Promise<void> = async () => {}
  /** Runs when a batch is stored; throws: nobody hears that it was. */
  afterAppend: (rows: readonly Row[]) => Promise<void> = async () => {}

  create(articleId: string, seed: Uint8Array, personId = 'ada'): Stored {
    const stored: Stored = {
      ...{ epoch: 1, schemaVersion: 1, headSeq: 1, snapshots: [], clients: new Map() },
      rows: [{ seq: 1, personId, at: new Date(), update: seed }],
    }
    this.articles.set(articleId, stored)
    return stored
  }

  of(articleId: string): Stored {
    const stored = this.articles.get(articleId)
    if (!stored) throw new Error(`No article ${articleId}`)
    return stored
  }

  async load(articleId: string) {
    const stored = this.articles.get(articleId)
    if (!stored) return null
    const snapshot = stored.snapshots.at(-1) ?? null
    const tail = stored.rows.filter(({ seq }) => seq > (snapshot?.seq ?? 0))
    return { ...stored, snapshot, tail, clients: new Map(stored.clients) }
  }

  async loadAt(articleId: string, seq: number) {
    const { rows, snapshots, headSeq } = this.of(articleId)
    if (seq > headSeq) return null
    const snapshot = snapshots.findLast((made) => made.seq <= seq) ?? null
    const tail = rows.filter((row) => row.seq > (snapshot?.seq ?? 0) && row.seq <= seq)
    return { headSeq: seq, snapshot, tail }
  }

  async append(rows: readonly Row[]) {
    this.batches.push([...rows])
    await this.beforeAppend(rows)
    const heads = new Map<string, number>()
    for (const { articleId, seq, epoch } of rows) {
      const head = heads.get(articleId) ?? this.of(articleId).headSeq
      if (seq !== head + 1 || epoch !== this.of(articleId).epoch) throw new Error('Fenced')
      heads.set(articleId, seq)
    }
    for (const { articleId, seq, personId, at, update, newClients } of rows) {
      const stored = this.of(articleId)
      stored.rows.push({ seq, personId, at, update })
      stored.headSeq = seq
      for (const client of newClients) {
        if (!stored.clients.has(client)) stored.clients.set(client, personId)
      }
    }
    await this.afterAppend(rows)
  }

  async headOf(articleId: string) {
    return this.of(articleId).headSeq
  }

  async rowsAfter(articleId: string, after: number) {
    return this.of(articleId).rows.filter(({ seq }) => seq > after)
  }

  async rowsBefore(articleId: string, before: number | null, limit: number) {
    const all = this.of(articleId).rows.filter(({ seq }) => before === null || seq < before)
    return all.slice(-limit)
  }

  async saveSnapshot(snapshot: Snapshot) {
    this.of(snapshot.articleId).snapshots.push(snapshot)
  }
}

/** A door that a test opens: what waits at it goes on then. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}
