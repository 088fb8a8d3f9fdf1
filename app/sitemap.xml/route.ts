import { serveList } from '#app/read/serve.ts'
import { siteOfProcess } from '#app/read/site.ts'
import { sitemapXml } from '#lib/domain/formats/site-feed.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { frontPage } from '#lib/usecases/read-published.ts'

export const dynamic = 'force-dynamic'

/** Addresses in it must be whole: without a public one they are those that were asked. */
export async function GET(request: Request): Promise<Response> {
  const base = siteOfProcess().base ?? new URL(request.url).origin
  return serveList(request, sitemapXml(await frontPage(serverContext()), base), 'application/xml')
}
