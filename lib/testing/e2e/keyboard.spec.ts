import { type Browser, expect } from '@playwright/test'
import { saved } from './people.ts'
import { test } from './server-test.ts'
import { Walker } from './walker.ts'

/** The whole path of an article by somebody who has no mouse. */

const HEADLINE = 'The ferry stays in port'

test('from the first word to its readers, an article needs no mouse', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  })
  const walker = await Walker.at(await context.newPage(), '/sign-in')
  await as(walker, 'editor', async () => {
    await writeArticle(walker)
    await sourceArticle(walker)
    await move(walker, 'Hand over to the desk')
    await move(walker, 'Send to review')
  })
  await as(walker, 'reviewer', async () => {
    await openArticle(walker)
    await reviewFirst(walker)
  })
  await as(walker, 'editor', async () => {
    await openArticle(walker)
    await answer(walker)
  })
  await as(walker, 'reviewer', async () => {
    await openArticle(walker)
    await reviewAgain(walker)
  })
  await signIn(walker, 'publisher')
  const address = await publish(walker)
  const reader = await read(browser, server.url + address)
  const keys = [walker, reader].map(
    ({ count, letters }) => `${count} keys, ${letters} of them letters`,
  )
  test.info().annotations.push({ type: 'keys', description: keys.join('; a reader ') })
})

/** In the name of somebody: signed in, and out again. */
async function as(walker: Walker, person: string, work: () => Promise<void>): Promise<void> {
  await test.step(person, async () => {
    await signIn(walker, person)
    await work()
    await signOut(walker)
  })
}

async function signIn(walker: Walker, person: string): Promise<void> {
  await walker.to('textbox', 'E-mail address')
  await walker.write(`${person}@galley.test`, 'the address')
  await walker.press('Tab', 'to the password')
  await walker.write('demo', 'the password')
  await walker.press('Enter', 'signs in')
  await walker.comesTo('/', 'main', 'Content')
}

/** From anywhere in an article. */
async function signOut(walker: Walker): Promise<void> {
  await walker.to('link', 'Back to the desk', 'Shift+F6')
  await walker.press('Enter', 'to the desk')
  await walker.comesTo('/', 'main', 'Content')
  await walker.to('button', /account and theme$/, 'Shift+Tab')
  await walker.press('Enter', 'opens the menu of the account')
  await walker.to('menuitem', 'Sign out', 'ArrowUp')
  await walker.press('Enter', 'signs out')
  await walker.page.waitForURL((url) => url.pathname === '/sign-in')
}

async function openArticle(walker: Walker): Promise<void> {
  await walker.enter('link', HEADLINE)
  await walker.comesTo('/articles/', 'main', 'Article')
  await saved(walker.page)
}

async function writeArticle(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.press('n', 'begins an article')
  await walker.stands('in the dialog', 'textbox', 'Headline (optional)')
  await walker.press('Escape', 'changes their mind')
  await walker.stands('back on the button', 'button', /^New article/)
  await walker.press('Enter', 'begins it after all')
  expect(await page.evaluate(() => document.getAnimations().length), 'less motion').toBe(0)
  await walker.stands('in the dialog', 'textbox', 'Headline (optional)')
  await walker.write(HEADLINE, 'the headline')
  await walker.to('textbox', 'Text')
  await walker.write('It has a leak. It was found on Monday. What now?', 'the text')
  await walker.enter('button', 'Create article')
  await walker.comesTo('/articles/', 'textbox', /^Article text/)
  await saved(page)
}

/** Each of its sentences gets what it rests on, a place in it, and how sure they are; the last owes none. */
async function sourceArticle(walker: Walker): Promise<void> {
  await walker.press('Control+Enter', 'to source mode')
  await walker.stands('on the first sentence', 'row', /^1, Untagged/)
  await walker.press('s', 'looks for a source')
  await walker.stands('in the search', 'searchbox', /source/i)
  await walker.write('Log of the port', 'its name')
  await walker.press('Enter', 'a new source of that name')
  await walker.stands('in the form', 'textbox', 'Name, for the newsroom')
  await walker.press('Enter', 'saves and attaches it')
  await walker.stands('on the next sentence', 'row', /^2, Untagged/)
  await walker.press('ArrowUp', 'back to the first')
  await judge(walker, 1)
  await walker.press('Space', 'the same source')
  await walker.stands('on the third sentence', 'row', /^3, Untagged/)
  await walker.press('ArrowUp', 'back to the second')
  await judge(walker, 2)
  await walker.press('Shift+Digit1', 'the first source of the shelf')
  await judge(walker, 3)
  await walker.press('x', 'nothing to check')
  await walker.stands('on the last sentence', 'row', /^4, Nothing to check/)
  await saved(walker.page)
  await walker.press('Escape', 'back to the text')
  await walker.stands('in the text', 'textbox', /^Article text/)
}

/** Where it stands in the source, and how sure they are of it; then on to the next. */
async function judge(walker: Walker, number: number): Promise<void> {
  await walker.press('l', 'where in the source')
  await walker.stands('in the field', 'textbox', /Log of the port/)
  await walker.write(`p. ${number}`, 'the page')
  await walker.press('Enter', 'keeps it')
  await walker.stands('on the next', 'row', new RegExp(`^${number + 1},`))
  await walker.press('k', 'back')
  await walker.press('c', 'how sure')
  await walker.press('1', 'confirmed')
  await walker.press('j', 'on')
  await walker.stands('on the next', 'row', new RegExp(`^${number + 1},`))
}

/** From the menu of the article's state, through the dialog of the move. */
async function move(walker: Walker, name: string): Promise<void> {
  if (!(await isOnState(walker))) {
    await walker.to('link', 'Back to the desk', 'Shift+F6')
    await walker.to('button', /^State of the article/)
  }
  await walker.press('Enter', 'opens the menu of the state')
  await walker.to('menuitem', name, 'ArrowDown')
  await walker.press('Enter', name)
  await walker.stands('in the dialog', 'textbox', 'Note (optional)')
  await walker.enter('button', name)
  await walker.stands('where the move began', 'button', /^State of the article/)
}

async function isOnState(walker: Walker): Promise<boolean> {
  const { name } = await walker.stands('before a move')
  return name.startsWith('State of the article')
}

async function reviewFirst(walker: Walker): Promise<void> {
  const { page } = walker
  // Said once the next sentence is shown and can be decided on: a key that comes sooner decides nothing.
  const says = (words: string) => expect(page.getByText(words, { exact: true })).toBeVisible()
  await toReview(walker)
  await walker.press('a', 'approves the first')
  await says('Sentence 1: approved.')
  await walker.press('q', 'asks about the second')
  await walker.stands('in the field', 'textbox', 'What you ask about sentence 2')
  await walker.write('Who says so?', 'the query')
  await walker.press('Control+Enter', 'sends it')
  await says('Sentence 2: query sent.')
  await walker.stands('back at the sentence', 'region', 'Sentence')
  await walker.press('a', 'approves the third')
  await says('Sentence 3: approved.')
  await walker.press('a', 'approves the last')
  await says('Sentence 4: approved.')
  await walker.stands('when nothing is left', 'region', 'Sentence')
}

async function toReview(walker: Walker): Promise<void> {
  await walker.press('g', 'to')
  await walker.press('r', 'review')
  await walker.stands('at the sentence', 'region', 'Sentence')
}

async function answer(walker: Walker): Promise<void> {
  await walker.press('Alt+ArrowDown', 'to what needs work')
  await walker.press('Control+Shift+E', 'to its panel')
  await walker.stands('in the panel', 'region', /^Sentence 2/)
  await walker.enter('button', 'Answer')
  await walker.write('The port says so.', 'the answer')
  await walker.press('Control+Enter', 'sends it')
  await expect(walker.page.getByText('Your answer is sent.')).toBeAttached()
  await walker.stands('back in the panel', 'region', /^Sentence 2/)
}

async function reviewAgain(walker: Walker): Promise<void> {
  await toReview(walker)
  await walker.enter('button', 'Close the query')
  await walker.stands('at the outcome', 'combobox', 'How it ended')
  await walker.enter('button', 'Close the query')
  await expect(walker.page.getByText('1 closed question')).toBeVisible()
  await walker.stands('back at the sentence', 'region', 'Sentence')
  await walker.press('a', 'approves it')
  await expect(walker.page.getByRole('heading', { name: /Nothing/ })).toBeVisible()
  await walker.stands('when nothing is left', 'region', 'Sentence')
}

/** Through the dialog that publishes. Returns the address for readers. */
async function publish(walker: Walker): Promise<string> {
  const { page } = walker
  await page.goto('/')
  await walker.enter('link', 'Skip to the content')
  await walker.stands('past the head', 'main', 'Content')
  await openArticle(walker)
  await walker.press('Control+Shift+Enter', 'opens the dialog')
  await walker.to('textbox', /^Note for readers|^Note/)
  await walker.write('The ferry.', 'the note')
  await walker.enter('button', 'Publish version 1')
  await expect(page.getByRole('dialog', { name: 'Version 1 is published' })).toBeVisible()
  await walker.to('link', /^.read/)
  const address = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
  await walker.enter('button', 'Back to the article')
  await walker.stands('back in the article')
  return address
}

/** Somebody who is not of the house opens the page, and the evidence of a sentence. */
async function read(browser: Browser, url: string): Promise<Walker> {
  const walker = await Walker.at(await browser.newPage(), url)
  await walker.skip('Skip to the article')
  await walker.to('radio', 'Clean')
  await walker.press('ArrowRight', 'shows the sources')
  await walker.stands('at the next choice', 'radio', 'Sources')
  await walker.to('button', /^Source 1/)
  await walker.press('Enter', 'opens the card of the sentence')
  const card = walker.page.locator(':popover-open')
  await expect(card).toContainText('Log of the port')
  await walker.press('Tab', 'into the card')
  await expect(card.locator(':focus')).toHaveCount(1)
  await walker.press('Escape', 'closes it')
  await expect(card).toHaveCount(0)
  await walker.stands('back at the sentence', 'button', /^Source 1/)
  return walker
}
