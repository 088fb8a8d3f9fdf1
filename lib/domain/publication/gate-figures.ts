import type { FindPicture, Picture } from '#lib/domain/figures/picture.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import { termsTrouble } from '#lib/domain/sourcing/terms.ts'
import type { FigureBlock } from '#lib/domain/text/article-text.ts'

export type FigureBlockerKind =
  | 'figureWithoutPicture'
  | 'figureWithoutAlt'
  | 'figureWithoutCredit'
  | 'creditUnknown'
  | 'creditRetired'
  | 'creditForbidden'

/** A figure where it stands, with its picture as the server knows it. */
export interface PlacedFigure {
  readonly figure: FigureBlock
  /** Index of its block in the article. */
  readonly blockIndex: number
  /** Undefined: it names none, or one that this article does not have. */
  readonly picture: Picture | undefined
}

export function placedFigures(
  { blocks }: Pick<ArticleContent, 'blocks'>,
  findPicture: FindPicture,
): readonly PlacedFigure[] {
  return blocks.flatMap((figure, blockIndex) =>
    figure.type === 'figure'
      ? [{ figure, blockIndex, picture: figure.picture ? findPicture(figure.picture) : undefined }]
      : [],
  )
}

/** What a figure lacks that readers are owed: the picture, words for those who do not see it, whose it is [FIG5]. */
export function figureKinds(
  { figure, picture }: Pick<PlacedFigure, 'figure' | 'picture'>,
  findSource: FindSource,
): readonly FigureBlockerKind[] {
  const found: (FigureBlockerKind | null)[] = [
    picture ? null : 'figureWithoutPicture',
    figure.alt.trim() ? null : 'figureWithoutAlt',
    creditKind(figure.credit, findSource),
  ]
  return found.filter((kind) => kind !== null)
}

function creditKind(credit: string | null, findSource: FindSource): FigureBlockerKind | null {
  if (credit === null) return 'figureWithoutCredit'
  const source = findSource(credit)
  if (!source) return 'creditUnknown'
  if (source.retiredAt !== null) return 'creditRetired'
  return termsTrouble(source) ? 'creditForbidden' : null
}

export const FIGURE_MESSAGES: Readonly<Record<FigureBlockerKind, string>> = {
  figureWithoutPicture: 'The figure has no picture: add one, or remove the figure.',
  figureWithoutAlt: 'Describe the picture for those who do not see it.',
  figureWithoutCredit: 'Say whose picture it is.',
  creditUnknown: 'The credited source is not in the registry: choose another.',
  creditRetired: 'The credited source has been withdrawn: choose another.',
  creditForbidden:
    'The terms of the credited source do not let readers be told of it: choose another.',
}
