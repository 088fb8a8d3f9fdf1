import { serveList } from '#app/read/serve.ts'
import { siteOfRequest } from '#app/read/site.ts'
import { sitemapXml } from '#lib/domain/formats/site-feed.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { frontPage } from '#lib/usecases/read-published.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const { base } = siteOfRequest(request)
  return serveList(request, sitemapXml(await frontPage(serverContext()), base), 'application/xml')
}
