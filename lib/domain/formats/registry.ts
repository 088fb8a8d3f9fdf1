import { atom } from './atom.ts'
import { bibtex } from './bibtex.ts'
import { csl } from './csl.ts'
import { csv } from './csv.ts'
import { docx } from './docx.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonFeed } from './json-feed.ts'
import { jsonLd } from './json-ld.ts'
import { markdown } from './markdown.ts'
import { ninjs } from './ninjs.ts'
import { plain } from './plain.ts'
import { prov } from './prov.ts'
import { text } from './text.ts'
import { webAnnotation } from './web-annotation.ts'

/** Every format that readers can ask for. A new one is one file and one line here. */
export const FORMATS: readonly Format[] = [
  html,
  jsonLd,
  json,
  markdown,
  text,
  plain,
  csv,
  docx,
  webAnnotation,
  ninjs,
  csl,
  bibtex,
  atom,
  jsonFeed,
  prov,
]

export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id)
}
