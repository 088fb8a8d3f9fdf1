import type { Database } from '#db/connection.ts'
import { appendAudit } from '#db/repositories/audit.ts'
import { loadWholeLog, repairLog } from '#db/repositories/update-log.ts'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { type Examination, examineLog, type Repair } from '#lib/collab/examine-log.ts'

interface Options {
  /** Changes nothing. */
  readonly check: boolean
  /** Gives the last text that can be read. */
  readonly text: boolean
}

/** Says what is wrong with an article, and repairs what loses nothing. `whole`: it is served, or will be now. */
export async function recoverArticle(
  database: Database,
  articleId: string,
  { check, text }: Options,
): Promise<{ readonly whole: boolean; readonly lines: readonly string[] }> {
  const log = await loadWholeLog(database, articleId)
  if (!log) return { whole: false, lines: [`There is no article ${articleId}.`] }
  const examination = examineLog(log)
  const { findings, repair } = examination
  const head = `Article ${articleId}: ${log.rows.length} rows, ${log.snapshots.length} snapshots.`
  const lines = [head, ...findings.map((finding) => `- ${finding}`)]
  if (repair && !check) {
    await store(database, articleId, repair)
    lines.push(...repaired(repair))
  } else lines.push(...standing(examination, articleId))
  if (text) lines.push('', textOf(examination))
  return { whole: examination.served || (repair !== null && !check), lines }
}

async function store(database: Database, articleId: string, repair: Repair) {
  const { remove, headSeq, snapshot } = repair
  await database.handle.transaction(async (tx) => {
    await repairLog(tx, { articleId, remove, headSeq, snapshot: { articleId, ...snapshot } })
    const detail = {
      removed: remove,
      made: snapshot.seq,
      headSeq,
      contentHash: snapshot.contentHash,
    }
    await appendAudit(tx, {
      ...{ at: new Date(), actorId: null, action: 'article.recovered', articleId },
      detail,
    })
  })
}

function repaired({ remove, headSeq, snapshot }: Repair): readonly string[] {
  return [
    ...remove.map((seq) => `Removed snapshot ${seq}.`),
    ...(headSeq === null ? [] : [`Set the end of the log to row ${headSeq}.`]),
    `Made snapshot ${snapshot.seq}, and read it back. No row was added, changed or removed.`,
    'The article is whole and is served again, by a running server at the next request. The audit trail says so.',
  ]
}

function standing(examination: Examination, id: string): readonly string[] {
  const { known, served, repair, readable, findings } = examination
  if (!known) return ['Nothing was changed.']
  if (repair) return [`Nothing was changed. To repair it, losing nothing: npm run recover -- ${id}`]
  if (served && findings.length) {
    return ['The text is whole and is served; what is damaged is its history. Nothing was changed.']
  }
  if (served) return ['It is whole. Nothing was changed.']
  return [
    `It can be read up to row ${readable.seq}. Nothing was changed, because nothing that can be done here would bring back the rest.`,
    `Bring the rows that are named back from a backup of the table article_update. The text of row ${readable.seq}: npm run recover -- ${id} --text`,
  ]
}

function textOf({ readable }: Examination): string {
  const { blocks } = new DocumentReader(readable.doc).content
  return blocks.map((block) => (block.type === 'text' ? block.text : '')).join('\n\n')
}
