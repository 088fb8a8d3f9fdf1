import { settingsOfProcess } from '#lib/auth/settings.ts'
import { renderFrontPage } from '#lib/domain/formats/front-page.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { frontPage } from '#lib/usecases/read-published.ts'
import { respondPage } from './serve.ts'

export const dynamic = 'force-dynamic'

/** Everything that is published, newest first. */
export async function GET(): Promise<Response> {
  const articles = await frontPage(serverContext())
  return respondPage(renderFrontPage({ newspaper: settingsOfProcess().newsroom, articles }))
}
