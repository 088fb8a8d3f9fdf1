import { serveList } from '#app/read/serve.ts'
import { siteOfProcess } from '#app/read/site.ts'
import { robotsText } from '#lib/domain/formats/site-feed.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const base = siteOfProcess().base ?? new URL(request.url).origin
  return serveList(request, robotsText(base), 'text/plain')
}
