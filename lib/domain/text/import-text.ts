import MarkdownIt from 'markdown-it'
import { cleanText } from './clean.ts'
import { blocksFromHtml } from './import-html.ts'
import type { NewId, SeedBlock } from './seed.ts'

/** Each line with something on it is a paragraph [IMP2]. */
export function blocksFromText(text: string, newId: NewId): readonly SeedBlock[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/\t/gu, ' ').trim())
    .filter(Boolean)
    .map((line) => ({ id: newId(), role: 'paragraph', runs: [{ text: line }] }))
}

/** CommonMark; HTML inside it is text [IMP4]. */
export function blocksFromMarkdown(markdown: string, newId: NewId): readonly SeedBlock[] {
  const html = new MarkdownIt({ html: false, linkify: false }).render(cleanText(markdown))
  return blocksFromHtml(html, newId)
}
