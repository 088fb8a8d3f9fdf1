import { redirect } from 'next/navigation'
import { requireIdentity } from '#app/identity.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { followNotice } from '#lib/usecases/notices.ts'

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** Goes to the words that a notice is about; it is read by that. One that leads nowhere any more leads to the list. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { id } = await params
  const { actor } = await requireIdentity(`/notices/${encodeURIComponent(id)}`)
  const place = await followNotice(serverContext(), actor, id)
  return redirect(place.ok ? place.value : '/notices')
}
