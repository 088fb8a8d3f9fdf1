import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#lib/testing/free-port.ts'
import { end, untilAnswers } from './nginx.ts'

export interface NextPeer {
  /** The page is rendered for each request. */
  readonly rendered: string
  /** It was rendered when it was built. */
  readonly prerendered: string
  stop(): Promise<void>
}

/** Building a page without a line of ours takes a few seconds; whatever hangs is ended. */
const MOST_BUILD_MS = 180_000

/**
 * The same page through Next's own renderer: an app of two pages with the project's Next, built in a folder that goes
 * again. Kindest to Next: the body comes as one string, and no component of ours runs.
 */
export async function startNextPeer(page: string): Promise<NextPeer> {
  const root = process.cwd()
  // Where the packages are found, and nothing of the product's build is.
  const folder = mkdtempSync(join(root, '.next-peer-'))
  const next = [join(root, 'node_modules/next/dist/bin/next')]
  const done = () => rmSync(folder, { recursive: true, force: true })
  try {
    writeApp(folder, root, page)
    await built(spawn(process.execPath, [...next, 'build'], settings(folder)))
    const port = await freePort()
    const listen = ['start', '--port', String(port), '--hostname', '127.0.0.1']
    const child = spawn(process.execPath, [...next, ...listen], settings(folder))
    const at = (path: string) => `http://127.0.0.1:${port}/${path}`
    await untilAnswers(at('rendered'), child)
    const stop = async () => {
      await end(child)
      done()
    }
    return { rendered: at('rendered'), prerendered: at('prerendered'), stop }
  } catch (error) {
    done()
    throw error
  }
}

function settings(cwd: string) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  return { cwd, env, stdio: 'ignore' } as const
}

function writeApp(folder: string, root: string, page: string): void {
  const part = (pattern: RegExp) => pattern.exec(page)?.[1] ?? ''
  const parts = {
    title: part(/<title>(.*?)<\/title>/s),
    style: part(/<style>(.*?)<\/style>/s),
    body: part(/<body>(.*)<\/body>/s),
  }
  const files = {
    'package.json': '{"private":true}',
    'next.config.mjs': `export default ${JSON.stringify({ turbopack: { root }, outputFileTracingRoot: root })}`,
    'app/parts.js': `export const parts = ${JSON.stringify(parts)}`,
    'app/layout.js': LAYOUT,
    'app/rendered/page.js': `${PAGE}\nexport const dynamic = 'force-dynamic'`,
    'app/prerendered/page.js': PAGE,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const LAYOUT = `import { createElement } from 'react'
import { parts } from './parts.js'
export const metadata = { title: parts.title }
export default function Layout({ children }) {
  const style = createElement('style', { dangerouslySetInnerHTML: { __html: parts.style } })
  return createElement('html', { lang: 'en' }, createElement('head', null, style), createElement('body', null, children))
}`
const PAGE = `import { createElement } from 'react'
import { parts } from '../parts.js'
export default function Page() {
  return createElement('div', { dangerouslySetInnerHTML: { __html: parts.body } })
}`

async function built(child: ChildProcess): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), MOST_BUILD_MS)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearTimeout(timer)
  if (code !== 0) throw new Error('Next did not build the page')
}
