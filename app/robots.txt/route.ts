import { serveList } from '#app/read/serve.ts'
import { siteOfRequest } from '#app/read/site.ts'
import { robotsText } from '#lib/domain/formats/site-feed.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const { base } = siteOfRequest(request)
  return serveList(request, robotsText(base), 'text/plain')
}
