import { z } from 'zod'
import { isDocument, readDocument } from '#app/api/document.ts'
import { answer, originOf, readBody } from '#app/api/http.ts'
import { pageBody, readPage, readQuery } from '#app/api/paging.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { createArticle } from '#lib/usecases/create-article.ts'
import { listDesk } from '#lib/usecases/list-desk.ts'
import type { NewArticle } from '#lib/usecases/new-article.ts'
import { articleFilter, pageArticles } from '#lib/usecases/page-lists.ts'

const input = z
  .object({
    text: z.string().optional(),
    markdown: z.string().optional(),
    html: z.string().optional(),
    lang: z.string().max(35).default('en'),
    headline: z.string().max(500).default(''),
  })
  .refine(
    ({ text, markdown, html }) =>
      [text, markdown, html].filter((given) => given !== undefined).length === 1,
    'Give the article as exactly one of text, markdown and html.',
  )

export async function POST(request: Request): Promise<Response> {
  return answer(
    request,
    async ({ context, actor }) => {
      const article = isDocument(request) ? await readDocument(request) : await readText(request)
      if (!article.ok) return article
      const created = await createArticle(context, actor, article.value)
      if (!created.ok) return created
      const { report, ...made } = created.value
      const editUrl = `${originOf(request)}/articles/${made.id}`
      return ok({ ...made, editUrl, ...(report && { report }) })
    },
    201,
  )
}

async function readText(request: Request): Promise<Result<NewArticle>> {
  const body = await readBody(request, input)
  if (!body.ok) return body
  const { text, markdown, html, lang, headline } = body.value
  const format = text !== undefined ? 'text' : markdown !== undefined ? 'markdown' : 'html'
  return ok({ format, text: text ?? markdown ?? html ?? '', lang, headline })
}

const FILTERS = ['state', 'section', 'changedSince', 'mine']

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const wish = readPage(request, 'articles', FILTERS)
    if (!wish.ok) return wish
    const filter = readQuery(request, articleFilter)
    if (!filter.ok) return filter
    if (wish.value)
      return ok(pageBody('articles', await pageArticles(context, actor, filter.value, wish.value)))
    return ok({ articles: await listDesk(context, actor, filter.value.q ?? '') })
  })
}
