import { serveList } from '#app/read/serve.ts'
import { siteOfRequest } from '#app/read/site.ts'
import { atom, atomXml } from '#lib/domain/formats/atom.ts'
import { SITE_FEEDS } from '#lib/domain/formats/front-page.ts'
import { siteFeed } from '#lib/domain/formats/site-feed.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { frontPage } from '#lib/usecases/read-published.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const feed = siteFeed(await frontPage(serverContext()), siteOfRequest(request), SITE_FEEDS.atom)
  return serveList(request, atomXml(feed), atom.mediaType)
}
