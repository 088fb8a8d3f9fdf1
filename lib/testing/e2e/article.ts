import { existsSync, readFileSync } from 'node:fs'

/** An article of our own writing, with the traps that news text has. */
export const ARTICLE = `On 4 March, Harbour Watch reported that the U.S. firm Delmar Inc. had leased pier 9 for €1.2 million a year. The lease runs until 2031, according to a copy that this newspaper has seen.
"We never agreed to that sum," said Deputy Mayor Ilse Brandt, who led the talks. Mr. Brandt, her husband, does not work for the firm.
Traffic on the quay rose by 41 percent in May. In June it fell again, to a level last seen in Norfolk, Va., U.S.
Nobody at Delmar could say why.
Comments`

export const ARTICLE_SENTENCES = 7

/** The article that the product must handle first, where it lies beside the project. */
export function givenArticle(): string | null {
  const path = '../shared/articles/lavrov.txt'
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
