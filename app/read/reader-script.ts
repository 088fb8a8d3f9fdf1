import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ReaderScript {
  readonly src: string
  /** As the page and its policy name it: a script with other bytes does not run. */
  readonly integrity: string
}

let script: ReaderScript | undefined

/** The reader page's one script, which is served as it stands in `public`. */
export function readerScript(): ReaderScript {
  script ??= named(
    readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'public/reader.js')),
  )
  return script
}

function named(bytes: Buffer): ReaderScript {
  const digest = createHash('sha256').update(bytes).digest()
  const version = digest.toString('hex').slice(0, 12)
  return { src: `/reader.js?${version}`, integrity: `sha256-${digest.toString('base64')}` }
}
