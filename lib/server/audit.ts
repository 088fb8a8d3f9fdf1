import { auditLength, verifyAudit } from '#db/repositories/audit.ts'
import { withNewsroom } from './with-newsroom.ts'

/** `npm run audit`: whether the audit trail is the one that was written, and the first entry that is not. */
process.exitCode = await withNewsroom(async ({ handle }) => {
  const bad = await verifyAudit(handle)
  process.stdout.write(
    bad === null
      ? `The audit trail is sound: ${await auditLength(handle)} entries.\n`
      : `The audit trail was tampered with, from entry ${bad} on: it was changed, removed or put in.\n`,
  )
  return bad === null ? 0 : 1
})
