import { DIFF_CSS, renderDiffPage } from '#lib/domain/formats/diff-page.ts'
import { summaryParts } from '#lib/domain/formats/evidence-summary.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { readTwoVersions } from '#lib/usecases/read-changes.ts'
import { readPublished } from '#lib/usecases/read-published.ts'
import { renderPreview } from '#lib/usecases/render-preview.ts'
import { respond } from './respond.ts'
import { missing, missingPage, servePacked } from './serve.ts'
import { preparedOfProcess, siteOfProcess } from './site.ts'

/** Two versions together, in the order that was asked for. */
export async function serveDiff(
  request: Request,
  slug: string,
  numbers: readonly [number, number],
): Promise<Response> {
  const found = await readTwoVersions(serverContext(), slug, numbers)
  if (!found.ok) return missingPage(request, found.failure)
  const { before, after, texts } = found.value
  const { newspaper } = siteOfProcess()
  const page = renderDiffPage({ before, after, versions: texts, newspaper })
  return servePacked(request, page, DIFF_CSS)
}

/** The headline of a version as a picture. */
export async function servePreview(
  request: Request,
  slug: string,
  number: number,
): Promise<Response> {
  const found = await readPublished(serverContext(), slug, number)
  if (!found.ok) return missing(found.failure)
  const { newspaper } = siteOfProcess()
  const { stored, version } = found.value
  const headers = {
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'; sandbox",
  }
  const key = ['preview', stored.hash, stored.canonical.length, newspaper].join(' ')
  const prepared = await preparedOfProcess().get(key, async () => {
    const { headline } = version
    const [total, ...rest] = summaryParts(version)
    const line = [total.split(':')[0], ...rest].join(' · ')
    return {
      body: await renderPreview({ headline, newspaper, line }),
      headers,
    }
  })
  return respond(request, prepared)
}
