import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
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
  const t = useTranslations('publishing')
  const blocks = content.blocks.slice(0, SHOWN_BLOCKS)
  const first = blocks.findIndex((block) => !isHead(block))
  const text = first < 0 ? blocks.length : first
  const { section, byline, dateline } = content.meta
  return (
    <>
      <div>
        <b>{t('preview')}</b>
        <Missing {...content.meta} />
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
  const t = useTranslations('publishing')
  return (
    <>
      {byline && (
        <p className="byl" dir="auto">
          {/^by\s/i.test(byline) ? bold(byline) : t.rich('byline', { names: byline, b: bold })}
        </p>
      )}
      <p className="when" dir="auto">
        {dateline
          ? t.rich('publishedTodayAt', { place: dateline, bdi: (place) => <bdi>{place}</bdi> })
          : t('publishedToday')}
      </p>
    </>
  )
}

const bold = (words: ReactNode) => <b>{words}</b>

/** What readers look for and will not find. */
function Missing({ byline, section, dateline }: ArticleMeta) {
  const t = useTranslations('publishing')
  const { list } = useFormatter()
  const missing = [
    !byline && t('missing.byline'),
    !section && t('missing.section'),
    !dateline && t('missing.dateline'),
  ].filter((word) => word !== false)
  if (!missing.length) return null
  return <p className="muted small">{t('without', { missing: list(missing) })}</p>
}

function ChangeNote({ input: { change, note, correction } }: { readonly input: PublishInput }) {
  const t = useTranslations('publishing')
  const { wrong, right } = correction
  const isCorrection = change === 'correction' && (wrong.trim() || right.trim())
  if (!change || change === 'first' || !(note.trim() || isCorrection)) return null
  return (
    <p className="corr">
      <b>{t('changeNamed', { change: t(`change.${change}.name`) })}</b>{' '}
      {isCorrection && <CorrectionText {...{ wrong, right }} />}
      {note}
    </p>
  )
}
