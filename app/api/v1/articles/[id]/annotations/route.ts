import { z } from 'zod'
import { answerItems, type Params, readBody } from '#app/api/http.ts'
import { annotationInput } from '#lib/usecases/annotation-input.ts'
import { setAnnotations } from '#lib/usecases/set-annotations.ts'

const input = z.array(annotationInput).min(1).max(2_000)

export async function PUT(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answerItems(request, async ({ context, actor }) => {
    const body = await readBody(request, input)
    return body.ok ? setAnnotations(context, actor, id, body.value) : body
  })
}
