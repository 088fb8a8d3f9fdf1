import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import type { ArticleMeta, Block, Role } from '#lib/domain/text/article-text.ts'
import { CorrectionText } from './correction-text.tsx'
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
  const text = first < 0 ? blocks.length : first
  const { section, byline, dateline } = content.meta
  const missing = missingWords(content.meta)
  return (
    <>
      <div>
        <b>Preview</b>
        {missing && <p className="muted small">{missing}</p>}
      </div>
      <div className="phone" inert>
        {section && (
          <p className="kick" dir="auto">
            {section}
          </p>
        )}
        {blocks.slice(0, text).map((block, index) => (
          <PreviewBlock key={block.id || index} block={block} />
        ))}
        <Byline byline={byline} dateline={dateline} />
        <ChangeNote input={input} />
        {blocks.slice(text).map((block, index) => (
          <PreviewBlock key={block.id || index} block={block} />
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

/** As on the reader's page. */
function Byline({ byline, dateline }: Pick<ArticleMeta, 'byline' | 'dateline'>) {
  return (
    <>
      {byline && (
        <p className="byl" dir="auto">
          {/^by\s/i.test(byline) ? '' : 'By '}
          <b>{byline}</b>
        </p>
      )}
      <p className="when" dir="auto">
        {dateline ? (
          <>
            <bdi>{dateline}</bdi>, published today
          </>
        ) : (
          'Published today'
        )}
      </p>
    </>
  )
}

/** What readers look for and will not find. */
function missingWords({ byline, section, dateline }: ArticleMeta): string {
  const missing = [!byline && 'byline', !section && 'section', !dateline && 'dateline'].filter(
    Boolean,
  )
  const last = missing.pop()
  if (!last) return ''
  return `Without ${missing.length ? `${missing.join(', ')} and ` : ''}${last}: they stand in the article data.`
}

function ChangeNote({ input: { change, note, correction } }: { readonly input: PublishInput }) {
  const { wrong, right } = correction
  const isCorrection = change === 'correction' && (wrong.trim() || right.trim())
  if (!change || change === 'first' || !(note.trim() || isCorrection)) return null
  return (
    <p className="corr">
      <b>{change.charAt(0).toUpperCase() + change.slice(1)}.</b>{' '}
      {isCorrection && <CorrectionText {...{ wrong, right }} />}
      {note}
    </p>
  )
}
