import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { openApi } from '#app/api/openapi.ts'

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>
}
interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>
    >
  >
}

/** The description of the HTTP interface, as programs get it. */
export const description = openApi() as Described

/** An answer and what was asked, for whoever compares it with the description. */
export interface Exchange {
  readonly method: string
  /** As in the description: `/api/v1/articles/{id}`. */
  readonly path: string
  readonly reply: { readonly status: number; readonly headers: Headers; readonly body: unknown }
}

const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
ajv.addSchema(description, 'api')
const known = new Map<string, ValidateFunction>()

/** What an answer has that its description does not have, or the other way round [API9]. */
export function problemsOf({ method, path, reply }: Exchange): readonly string[] {
  const call = `${method.toLowerCase()} ${path} ${reply.status}`
  const response = description.paths[path]?.[method.toLowerCase()]?.responses[reply.status]
  if (!response) return [`${call} is not described`]
  const type = (reply.headers.get('content-type') ?? '').split(';')[0] ?? ''
  if (!response.content?.[type]?.schema)
    return type.includes('json') ? [`${call}: ${type} is not described`] : []
  const place = [path, method.toLowerCase(), 'responses', String(reply.status), 'content', type]
  const ref = ['paths', ...place, 'schema']
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/')
  const validate = known.get(ref) ?? ajv.compile({ $ref: `api#/${ref}` })
  known.set(ref, validate)
  return validate(reply.body) ? [] : [`${call}: ${ajv.errorsText(validate.errors)}`]
}
