import { openApi } from '#app/api/openapi.ts'

/** Described for machines. Needs no rights: it says nothing about anybody's articles. */
export function GET(): Response {
  return Response.json(openApi(), { headers: { 'cache-control': 'public, max-age=300' } })
}
