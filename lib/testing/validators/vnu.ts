import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vnu from 'vnu-jar'
import { findJava } from '#lib/testing/programs.mjs'

interface Message {
  readonly type: string
  readonly url?: string
  readonly lastLine?: number
  readonly message: string
}

/** Its checker of style sheets knows neither anchor positions nor masks of gradients: what it says of them is not of HTML. */
const OF_STYLE = /^CSS: /

/**
 * What the Nu HTML Checker finds in pages, by their names, all of them in one process. Null where there is no Java: then
 * html-validate alone has judged them, and one line says so.
 */
export function nuErrors(pages: Readonly<Record<string, string>>): readonly string[] | null {
  const java = findJava()
  if (!java) {
    console.info('No Java: html-validate alone has checked the pages.')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'galley-vnu-'))
  const files = Object.entries(pages).map(([name, page]) => {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, page)
    return file
  })
  try {
    // Large pages are deep for it.
    const options = [
      '-Xss8m',
      '-Xmx512m',
      '-jar',
      String(vnu),
      '--format',
      'json',
      '--exit-zero-always',
    ]
    const { stderr, error } = spawnSync(java, [...options, ...files], {
      ...{ encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    })
    if (error) throw new Error('The Nu HTML Checker did not run', { cause: error })
    const { messages } = JSON.parse(stderr) as { messages: readonly Message[] }
    return messages
      .filter(({ type, message }) => type !== 'info' && !OF_STYLE.test(message))
      .map(({ url, lastLine, message }) => {
        const name = url ? basename(fileURLToPath(url)) : 'all'
        return `${name}:${lastLine ?? 0} ${message}`
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
