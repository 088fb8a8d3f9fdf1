import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { provideDatabase, provideFiles } from '#db/process.ts'
import { provideSettings } from '#lib/auth/settings.ts'
import { provideCapturer } from '#lib/capture/ports.ts'
import { provideCollab } from '#lib/collab/ports.ts'
import { provideSigner } from '#lib/signing/ports.ts'
import type { Desk } from './desk-fixture.ts'

type Handler = (
  request: Request,
  given: { readonly params: Promise<never> },
) => Response | Promise<Response>
interface Route {
  readonly GET: Handler
}
/** A folder of `app` for each: `[name]` stands for one step of an address. The first that fits answers. */
const ROUTES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['read', () => import('#app/read/route.ts')],
  ['read/feed.atom', () => import('#app/read/feed.atom/route.ts')],
  ['read/feed.json', () => import('#app/read/feed.json/route.ts')],
  ['sitemap.xml', () => import('#app/sitemap.xml/route.ts')],
  ['robots.txt', () => import('#app/robots.txt/route.ts')],
  ['.well-known/jwks.json', () => import('#app/.well-known/jwks.json/route.ts')],
  ['read/[slug]', () => import('#app/read/[slug]/route.ts')],
  ['read/[slug]/[format]', () => import('#app/read/[slug]/[format]/route.ts')],
  ['read/[slug]/p/[file]', () => import('#app/read/[slug]/p/[file]/route.ts')],
  ['read/[slug]/s/[id]', () => import('#app/read/[slug]/s/[id]/route.ts')],
  ['read/[slug]/diff/[from]/[to]', () => import('#app/read/[slug]/diff/[from]/[to]/route.ts')],
  ['read/[slug]/v/[number]', () => import('#app/read/[slug]/v/[number]/route.ts')],
  [
    'read/[slug]/v/[number]/preview.png',
    () => import('#app/read/[slug]/v/[number]/preview.png/route.ts'),
  ],
  [
    'read/[slug]/v/[number]/[format]',
    () => import('#app/read/[slug]/v/[number]/[format]/route.ts'),
  ],
  ['read/[slug]/v/[number]/s/[id]', () => import('#app/read/[slug]/v/[number]/s/[id]/route.ts')],
]

/** From here on this process is the newspaper of the desk, at that address. */
export function provideSite({ database, context }: Desk, origin: string): void {
  const { files, collab, capturer, signer } = context
  provideDatabase(database)
  provideFiles(files)
  provideCollab(collab)
  provideCapturer(capturer)
  provideSigner(signer)
  provideSettings({
    ...{ providers: { oidc: null, github: null }, mail: false, auditHeads: '', gallery: false },
    ...{ demo: false, embedded: true, setupCodeHash: null },
    ...{ newsroom: 'The Post', corrections: 'desk@post.example', publicUrl: origin },
  })
}

/** What this site answers to readers, by the real handlers and without a network. */
export async function answerOf(url: URL, headers: Record<string, string> = {}): Promise<Response> {
  const steps = url.pathname.split('/').filter(Boolean)
  for (const [folder, load] of ROUTES) {
    const params = paramsOf(folder.split('/'), steps)
    if (!params) continue
    const { GET } = (await load()) as Route
    return GET(new Request(url, { headers }), { params: Promise.resolve(params as never) })
  }
  return new Response(null, { status: existsSync(join('public', ...steps)) ? 200 : 404 })
}

function paramsOf(folder: readonly string[], steps: readonly string[]) {
  if (folder.length !== steps.length) return null
  const params: Record<string, string> = {}
  for (const [at, part] of folder.entries()) {
    const [step, name] = [steps[at] ?? '', /^\[(.+)\]$/.exec(part)?.[1]]
    if (name) params[name] = decodeURIComponent(step)
    else if (part !== step) return null
  }
  return params
}
