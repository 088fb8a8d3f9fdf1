import { answer, type Params, readBody } from '#app/api/http.ts'
import { cancelSchedule, scheduleInput, scheduleVersion } from '#lib/usecases/schedule-version.ts'

export async function PUT(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, scheduleInput)
    return body.ok ? scheduleVersion(context, actor, id, body.value) : body
  })
}

export async function DELETE(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => cancelSchedule(context, actor, id))
}
