import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import type { Block, Role } from '#lib/domain/text/article-text.ts'
import type { PublishInput } from './publish-form.ts'

/** More than fits: what is below the edge is cut off. */
const SHOWN_BLOCKS = 12

interface PreviewProps {
  readonly content: ArticleContent
  readonly input: PublishInput
}

/** How the top of the article will look on a telephone. Decoration: the text itself stands in the editor. */
export function Preview({ content, input }: PreviewProps) {
  const blocks = content.blocks.slice(0, SHOWN_BLOCKS)
  const first = blocks.findIndex((block) => !isHead(block))
  return (
    <>
      <b>Preview</b>
      <div className="phone" inert>
        {blocks.map((block, index) => (
          <div key={block.id || index}>
            {index === first && <ChangeNote input={input} />}
            <PreviewBlock block={block} />
          </div>
        ))}
      </div>
    </>
  )
}

const HEAD: readonly Role[] = ['headline', 'standfirst']

function isHead(block: Block): boolean {
  return block.type === 'text' && HEAD.includes(block.role)
}

function PreviewBlock({ block }: { readonly block: Block }) {
  if (block.type === 'figure') return <p className="sf">{block.alt}</p>
  const props = { dir: 'auto', children: block.text }
  switch (block.role) {
    case 'headline':
      return <div className="hd" {...props} />
    case 'standfirst':
      return <p className="sf" {...props} />
    case 'subhead':
      return <p className="sh" {...props} />
    default:
      return <p {...props} />
  }
}

function ChangeNote({ input: { change, note } }: { readonly input: PublishInput }) {
  if (!change || change === 'first' || !note.trim()) return null
  return (
    <p className="corr">
      <b>{change.charAt(0).toUpperCase() + change.slice(1)}.</b> {note}
    </p>
  )
}
