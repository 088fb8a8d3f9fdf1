import { answerTagged, readBody } from '#app/api/http.ts'
import { matching, type Tagged } from '#app/api/tags.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import {
  changePolicy,
  type HousePolicy,
  policyChangeInput,
  showPolicy,
} from '#lib/usecases/house-policy.ts'

const tagged = (value: HousePolicy): Tagged<HousePolicy> => ({ value, tag: `${value.version}` })
const withTag = (shown: Result<HousePolicy>) => (shown.ok ? ok(tagged(shown.value)) : shown)

export async function GET(request: Request): Promise<Response> {
  return answerTagged(request, async ({ context, actor }) =>
    withTag(await showPolicy(context, actor)),
  )
}

export async function PUT(request: Request): Promise<Response> {
  return answerTagged(request, async ({ context, actor }) => {
    const body = await readBody(request, policyChangeInput)
    if (!body.ok) return body
    const check = (now: HousePolicy) => matching<HousePolicy>(request)(tagged(now))
    return withTag(await changePolicy(context, actor, body.value, check))
  })
}
