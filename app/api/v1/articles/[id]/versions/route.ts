import { answer, type Params, readBody } from '#app/api/http.ts'
import { pageBody, readPageAlways } from '#app/api/paging.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { versionsOf } from '#lib/usecases/page-lists.ts'
import { publishInput } from '#lib/usecases/publish-input.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const wish = readPageAlways(request, 'versions')
    if (!wish.ok) return wish
    const page = await versionsOf(context, actor, id, wish.value)
    return page.ok ? ok(pageBody('versions', page.value)) : page
  })
}

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  // Before anything is waited for: another may publish meanwhile.
  const came = new Date()
  const { id } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, publishInput)
      return body.ok ? publishVersion(context, actor, id, { ...body.value, came }) : body
    },
    201,
  )
}
