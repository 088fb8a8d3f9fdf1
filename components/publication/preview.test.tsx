// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { mount, textOf } from '#lib/testing/mount.ts'
import { bare, contentOf, line } from '#lib/testing/status-builder.ts'
import { Preview } from './preview.tsx'

const content = contentOf([
  line('headline', bare('Ferry lost')),
  line('standfirst', bare('Nobody was hurt.')),
  line('paragraph', bare('It sank.')),
])

const show = (meta: Partial<typeof content.meta>, note = '') =>
  mount(
    <Preview
      content={{ ...content, meta: { ...content.meta, ...meta } }}
      input={{
        ...{ change: note ? 'correction' : 'first', note, when: null },
        correction: { wrong: '', right: '', sentences: null },
      }}
    />,
  )

it('shows section, byline and dateline where readers will see them', async () => {
  await show({ byline: 'Ada Quill', section: 'Harbour', dateline: 'Tarn' }, 'A name was wrong.')
  expect(textOf('.phone')).toBe(
    'HarbourFerry lostNobody was hurt.By Ada QuillTarn, published todayCorrection. A name was wrong.It sank.',
  )
  expect(textOf('.muted')).not.toContain('Without')
})

it('says what readers will look for and not find', async () => {
  await show({ section: 'Harbour' })
  expect(textOf('.muted')).toBe('Without byline and dateline: they stand in the article data.')
})
