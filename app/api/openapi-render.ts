import { z } from 'zod'
import { FAILURES, type Operation } from './openapi-operation.ts'
import { SHAPES } from './openapi-shapes.ts'
import { READ_SHAPES } from './openapi-shapes-read.ts'

/** A call as OpenAPI says it: its own answers, and those that any call may give. */
export function describe(
  path: string,
  method: string,
  { summary, answers, body, binary, query, open }: Operation,
) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => parameter(name ?? '', 'path'))
  const inQuery = (query ?? []).map((name) => parameter(name, 'query'))
  return {
    summary,
    ...(open && { security: [] }),
    parameters: [...inPath, ...inQuery],
    ...((body || binary) && {
      requestBody: {
        required: true,
        content: {
          ...(body && { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } }),
          ...Object.fromEntries((binary ?? []).map((type) => [type, {}])),
        },
      },
    }),
    responses: Object.fromEntries(
      Object.entries({ ...(open ? {} : ALWAYS), ...WHEN[method], ...answers }).map(
        ([status, words]) => [status, response(status, words, method, path)],
      ),
    ),
  }
}

function parameter(name: string, place: 'path' | 'query') {
  return { name, in: place, required: place === 'path', schema: { type: 'string' } }
}

/** Of what every call may answer: which scope it asks for, and how often it is answered, stands in its headers. */
const ALWAYS = {
  401: FAILURES[401],
  403: 'Not allowed, or the token lacks a scope: see `scope`',
  429: 'Too many calls: see Retry-After, RateLimit and RateLimit-Policy',
}
const WRITE = {
  400: 'An Idempotency-Key or If-Match that is not heard here',
  409: 'The first call with this Idempotency-Key is not over, or it conflicts with what is there',
  412: 'Changed since the ETag in If-Match: see `current`',
  422: 'Not valid, or the Idempotency-Key was used for another call',
}
const WHEN: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  get: { 304: 'What has the ETag in If-None-Match' },
  ...{ post: WRITE, put: WRITE, patch: WRITE, delete: WRITE },
}

function response(status: string, description: string, method: string, path: string) {
  const shapes = shapesOf(`${method} ${path}`)
  if (Number(status) < 300 && shapes && status !== '204') {
    const content = Object.entries(shapes).map(([type, shape]) => {
      return [type, { schema: z.toJSONSchema(shape, { io: 'output' }) }]
    })
    return { description, content: Object.fromEntries(content) }
  }
  if (Number(status) < 400) return { description }
  // Readers' addresses say why in a sentence.
  if (!path.startsWith('/api/'))
    return { description, content: { 'text/plain': { schema: { type: 'string' } } } }
  const schema = { $ref: '#/components/schemas/Problem' }
  return { description, content: { 'application/problem+json': { schema } } }
}

/** What is answered, by media type. */
function shapesOf(call: string): Readonly<Record<string, z.ZodType>> | undefined {
  const shape = SHAPES[call]
  return shape ? { 'application/json': shape } : READ_SHAPES[call]
}
