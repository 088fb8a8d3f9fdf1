import { answer, type Params, readBody } from '#app/api/http.ts'
import { takeDownVersion, takedownInput } from '#lib/usecases/take-down-version.ts'

export async function POST(request: Request, { params }: Params<'id' | 'number'>) {
  const { id, number } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, takedownInput)
    return body.ok ? takeDownVersion(context, actor, id, Number(number), body.value) : body
  })
}
