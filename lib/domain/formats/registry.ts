import { csv } from './csv.ts'
import { docx } from './docx.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonLd } from './json-ld.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'

/** Every format that readers can ask for. A new one is one file and one line here. */
export const FORMATS: readonly Format[] = [html, jsonLd, json, markdown, text, csv, docx]

export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id)
}
