import { answer, type Params } from '#app/api/http.ts'
import { readMoment } from '#lib/usecases/read-moment.ts'

export async function GET(request: Request, { params }: Params<'id' | 'seq'>): Promise<Response> {
  const { id, seq } = await params
  const compare = new URL(request.url).searchParams.get('compare')
  return answer(request, ({ context, actor }) =>
    readMoment(context, actor, id, rowOf(seq), compare === null ? null : rowOf(compare)),
  )
}

/** What is no number of a row is a moment that does not exist. */
function rowOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}
