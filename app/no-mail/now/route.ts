import { offPersonOf } from '#app/no-mail/off-person.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { stopMailTo } from '#lib/usecases/send-digests.ts'

/** The switch itself: of a program by one click (RFC 8058), or of the page, which goes on to say so [MAI4]. */
export async function POST(request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const personId = offPersonOf(token)
  if (personId === null) return new Response('This switch does not work.\n', { status: 404 })
  await stopMailTo(serverContext(), personId)
  const form = await request.formData().catch(() => new FormData())
  if (form.get('page') !== 'true') return new Response('No more mail.\n')
  return new Response(null, { status: 303, headers: { location: '/no-mail?done=true' } })
}

/** Whoever opens the address of programs is asked first. */
export function GET(request: Request): Response {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const location = `/no-mail?token=${encodeURIComponent(token)}`
  return new Response(null, { status: 303, headers: { location } })
}
