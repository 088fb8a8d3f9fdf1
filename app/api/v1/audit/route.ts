import { originOf, problem } from '#app/api/http.ts'
import { callerOf } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { exportAudit } from '#lib/usecases/export-audit.ts'

/** The whole audit trail as a zip, with all that is needed to check it without us. */
export async function GET(request: Request): Promise<Response> {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(caller.failure)
  const outcome = await exportAudit(serverContext(), caller.value.actor, originOf(request))
  if (!outcome.ok) return problem(outcome.failure)
  return new Response(outcome.value, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="audit.zip"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
