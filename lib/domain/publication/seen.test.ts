import { expect, it } from 'vitest'
import { type Beside, changedBeside } from './seen.ts'

const figure = { picture: 'a', alt: 'A boat.', credit: 's' }
const seen: Beside = {
  ...{ lang: 'en', byline: 'Ada', section: 'Coast', dateline: 'Tarn' },
  figures: [figure, { ...figure, picture: 'b' }],
}

it('[VER9] each thing beside the sentences that is not as it was seen is named', () => {
  expect(
    changedBeside(seen, { ...seen, figures: seen.figures.map((one) => ({ ...one })) }),
  ).toEqual([])
  for (const [key, words] of [
    ['lang', 'the language'],
    ['byline', 'the byline'],
    ['section', 'the section'],
    ['dateline', 'the dateline'],
  ] as const)
    expect(changedBeside(seen, { ...seen, [key]: 'x' })).toEqual([words])
  const others = [
    ...[[], [figure], seen.figures.toReversed(), [...seen.figures, figure]],
    ...(['picture', 'alt', 'credit'] as const).map((key) => [
      ...[figure, { ...figure, picture: 'b', [key]: 'x' }],
    ]),
  ]
  for (const figures of others)
    expect(changedBeside(seen, { ...seen, figures })).toEqual(['the pictures'])
})
