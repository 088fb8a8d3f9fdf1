import { ReviewMode } from '#components/review/review-mode.tsx'
import { modelOf, recordedActions, type TestPage } from './article-model.ts'
import { mount } from './mount.ts'
import {
  cite,
  claim,
  contentOf,
  line,
  type Reviewed,
  reviewOf,
  type TestReview,
} from './status-builder.ts'

export const cites = [cite('log', { quote: 'No departure recorded.' })]
/** The article, with its first sentence in these words. */
export const paid = (text: string) =>
  contentOf([
    line(
      'paragraph',
      claim(text, { id: 'paid', kind: 'number', cites }),
      claim('It rained.', { id: 'rain', cites }),
      claim('It sank.', { id: 'sank', cites }),
    ),
  ])
export const PAID = 'They paid 412.'
/** As it stood when decisions were taken. */
export const before = reviewOf({ content: paid(PAID) })

/** Opens review mode on an article of three sentences, or on what a test says. `again` shows it anew. */
export async function openReview(
  review: Partial<TestReview> = {},
  page: TestPage = {},
  answers: Parameters<typeof recordedActions>[0] = {},
) {
  const recorded = recordedActions(answers)
  const shown = (reviewed: Reviewed, more: TestPage = {}) => (
    <ReviewMode model={modelOf(reviewed, { ...page, ...more })} actions={recorded.actions} />
  )
  const reviewed = reviewOf({ content: paid(PAID), ...review })
  const { show } = await mount(shown(reviewed))
  return {
    ...recorded,
    reviewed,
    again: (next: Reviewed, more?: TestPage) => show(shown(next, more)),
  }
}

export const stage = () => document.querySelector('.stage')
export const field = () => document.querySelector<HTMLTextAreaElement>('.question textarea')
/** Ben changed these; Ana the others. */
export const authored = (...indexes: number[]) => ({
  authors: async () => ({
    ok: true as const,
    value: { authors: [0, 1, 2].map((index) => (indexes.includes(index) ? ['ben'] : ['ana'])) },
  }),
})
