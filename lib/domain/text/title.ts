import type { Block } from './article-text.ts'

/** What the desk calls an article: its headline, else its first words. */
export function titleOf(blocks: readonly Block[]): string {
  const texts = blocks.filter((block) => block.type === 'text')
  const block = texts.find(({ role }) => role === 'headline') ?? texts[0]
  return (block?.text ?? '').slice(0, 200).toWellFormed()
}
