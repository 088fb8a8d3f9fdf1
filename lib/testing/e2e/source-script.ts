/**
 * An article of our own and the keys that source it: 12 sentences with the source of the one before, 8 that owe nothing, 8 with a
 * source of the shelf, 6 with a new link, 4 with two sources, 2 with a place in the source.
 */

export interface Wanted {
  readonly kind: 'fact' | 'exempt'
  /** Sources by name or address, each with its place. */
  readonly has: readonly string[]
}

export interface Step {
  readonly text: string
  readonly keys: readonly string[]
  readonly wanted: Wanted
}

/** By number, from 1. */
export const SHELF = ['Lock log', 'Dredging contract', 'Council minutes', 'Tide tables', 'Audit']

export const LINKS = ['budget', 'tender', 'grain', 'pilots', 'weather', 'vote'].map(
  (page) => `https://source-mode.example/${page}`,
)

const shelf = (number: number) => SHELF[number - 1] ?? ''
const link = (number: number) => LINKS[number - 1] ?? ''
const fact = (...has: readonly string[]): Wanted => ({ kind: 'fact', has })

const known = (text: string, number: number): Step => ({
  text,
  keys: [String(number)],
  wanted: fact(shelf(number)),
})
const two = (text: string, first: number, second: number): Step => ({
  text,
  keys: [`Shift+Digit${first}`, String(second)],
  wanted: fact(shelf(first), shelf(second)),
})
const located = (text: string, number: number, page: string): Step => ({
  text,
  keys: [`Shift+Digit${number}`, 'l', 'p', '.', 'Space', ...page, 'Enter'],
  wanted: fact(`${shelf(number)} page ${page}`),
})
const fresh = (text: string, number: number): Step => ({
  text,
  keys: ['Control+V', 'Enter'],
  wanted: fact(link(number)),
})
/** What the sentence before has, without its place. */
const same = (text: string, ...has: readonly string[]): Step => ({
  text,
  keys: ['Space'],
  wanted: fact(...has),
})
const exempt = (text: string): Step => ({ text, keys: ['x'], wanted: { kind: 'exempt', has: [] } })

export const SCRIPT: readonly Step[] = [
  known('The lock at Ellmoor opened eleven times in April.', 1),
  same('It was built for forty passages a day.', shelf(1)),
  same('Barges waited outside it for six nights.', shelf(1)),
  exempt('How did a canal come to a standstill?'),
  fresh('The town set aside nothing for the gates this year.', 1),
  same('Two years ago the same line stood at half a million.', link(1)),
  two('The dredger was hired in March and sent home in May.', 2, 3),
  exempt('There was more to come.'),
  known('Spring tides reached the upper sill on nine days.', 4),
  same('On three of them the pumps stood still.', shelf(4)),
  located('The contract lets the operator leave after ten idle days.', 2, '14'),
  same('It names no reason that the town could refuse.', shelf(2)),
  known('The auditors called the clause unusual.', 5),
  exempt('Back at the quay, it rained.'),
  fresh('A new tender was opened in June.', 2),
  same('Nobody answered it within the four weeks.', link(2)),
  known('Since then the lock has been worked by hand.', 1),
  two('At high water that takes two keepers and an hour.', 1, 4),
  exempt('What would a repair be worth?'),
  known('The council heard the question twice.', 3),
  same('Both times it was moved to the next meeting.', shelf(3)),
  fresh('Grain from the upper valley now goes by road.', 3),
  exempt('The road has troubles of its own.'),
  known('The operator billed the idle days in full.', 2),
  same('It billed the crew as well.', shelf(2)),
  located('Auditors found the second bill without an order.', 5, '31'),
  exempt('That is where the trail ends.'),
  two('A councillor asked for the order in public.', 3, 5),
  same('The clerk said that it would be looked for.', shelf(3), shelf(5)),
  known('The tables for autumn show higher water still.', 4),
  fresh('Pilots have asked for a second light on the mole.', 4),
  same('They asked for the first one in 1998.', link(4)),
  exempt('Who remembers that?'),
  two('The lock needs new gates within two winters.', 1, 2),
  known('Its keepers write down every passage.', 1),
  same('They have done so since the canal was dug.', shelf(1)),
  fresh('The coming winter is expected to be a wet one.', 5),
  same('The one after that cannot be told yet.', link(5)),
  fresh('The council votes in December.', 6),
  exempt('Until then the barges wait.'),
]
