import { FRONT_PAGE_CSS, renderFrontPage } from '#lib/domain/formats/front-page.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { frontPage } from '#lib/usecases/read-published.ts'
import { servePacked } from './serve.ts'
import { siteOfProcess } from './site.ts'

export const dynamic = 'force-dynamic'

/** Everything that is published, newest first. */
export async function GET(request: Request): Promise<Response> {
  const articles = await frontPage(serverContext())
  const { newspaper } = siteOfProcess()
  return servePacked(request, renderFrontPage({ newspaper, articles }), FRONT_PAGE_CSS)
}
