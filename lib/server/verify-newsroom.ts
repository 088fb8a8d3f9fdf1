import { existsSync, readFileSync } from 'node:fs'
import { listAnchors, readTrail, trailFault } from '#db/repositories/audit.ts'
import { listSealedWords } from '#db/repositories/audit-words.ts'
import { listKeys } from '#db/repositories/signing-keys.ts'
import { forgedSeal } from '#lib/domain/trail/sealed.ts'
import { type Finding, linesIn, readHeads } from '#lib/signing/check-download.ts'
import { readEnvironment } from './environment.ts'
import { withNewsroom } from './with-newsroom.ts'

/** The audit trail in the database itself, against its signed heads in both places [LOG11]. */
export async function verifyNewsroom(headsFile?: string): Promise<Finding> {
  const { auditHeads } = readEnvironment({ ...process.env, AUTH_SECRET: 'x'.repeat(32) })
  const file = headsFile ?? auditHeads
  let finding: Finding = { ok: false, says: 'The audit trail was not read.' }
  await withNewsroom(async ({ handle }) => {
    const { kept, head } = await readTrail(handle)
    const keys = await listKeys(handle)
    const lines = existsSync(file) ? linesIn(readFileSync(file, 'utf8')) : []
    const signed = await readHeads([...(await listAnchors(handle)), ...lines], keys)
    const forged = forgedSeal(await listSealedWords(handle, []))
    const fault = trailFault(kept, head, Array.isArray(signed) ? signed : [])
    if (fault) {
      finding = { ok: false, says: `The audit trail was tampered with. ${fault.what}.` }
    } else if (forged !== null) {
      const says = `The audit trail was tampered with. What was written about an act was changed: ${forged}.`
      finding = { ok: false, says }
    } else if (!Array.isArray(signed)) {
      finding = signed as Finding
    } else {
      const second = lines.length ? `, ${lines.length} of them in ${file}` : ''
      const says = `The audit trail is sound: ${kept.length} entries. ${signed.length} signed heads fit${second}.`
      finding = { ok: true, says }
    }
    return finding.ok ? 0 : 1
  })
  return finding
}
