import { expect, type Page } from '@playwright/test'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { wrongForAxe } from './axe.ts'
import { enter, pasteArticle, saved } from './people.ts'
import { test } from './server-test.ts'

/** The one box for a source: what goes in, and what the registry has of it. */

/** For whoever wants to look at it. */
const picture = (page: Page, name: string) =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`) })

interface Dropped {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Drags a file over a place, and lets it go there. */
async function drop(page: Page, place: string, { name, type, bytes }: Dropped, until = 'drop') {
  const data = await page.evaluateHandle(
    ([fileName, fileType, numbers]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(numbers)], fileName, { type: fileType }))
      return transfer
    },
    [name, type, [...bytes]] as const,
  )
  await page.dispatchEvent(place, 'dragover', { dataTransfer: data })
  if (until === 'drop') await page.dispatchEvent(place, 'drop', { dataTransfer: data })
}

const minutes = (words: string): Dropped => ({
  ...{ name: 'Minutes of May.pdf', type: 'application/pdf' },
  bytes: pdfOf([words]),
})

test('[SRC14] a file that is dropped becomes a source with its capture; dropped again it is known, and not sent', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/sources`)
  const dialog = ada.getByRole('dialog', { name: 'Add a source' })
  const file = minutes('The pier was closed in May.')
  await ada.getByRole('button', { name: 'Add source' }).click()
  await picture(ada, 'box')
  await drop(ada, '.scrim', file, 'over')
  await expect(dialog.getByText('Let go to make a source of it')).toBeVisible()
  await picture(ada, 'over')
  await drop(ada, '.scrim', file)
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Minutes of May')
  await expect(dialog.getByText(file.name)).toBeVisible()
  expect(await wrongForAxe(ada)).toEqual([])
  await picture(ada, 'form')
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(dialog).toHaveCount(0)
  await ada.getByRole('link', { name: 'Minutes of May' }).click()
  await expect(ada.getByText('The pier was closed in May.')).toBeVisible()
  const page = ada.url()

  const sent: string[] = []
  ada.on('request', (request) => sent.push(request.url()))
  await ada.goto(`${server.url}/sources`)
  await ada.getByRole('button', { name: 'Add source' }).click()
  await drop(ada, '.dlg', { ...file, name: 'copy.pdf' })
  await expect(dialog.getByRole('link', { name: 'Use it Minutes of May' })).toBeFocused()
  await expect(dialog).toContainText('has a captured file that is the same')
  expect(sent.filter((url) => /details\/file|uploads/.test(url))).toEqual([])
  await picture(ada, 'known')
  await ada.keyboard.press('Enter')
  await expect(ada).toHaveURL(page)
})

test('[SRC14] what is wrong with a file is said in the box, in both guises and on a phone', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await ada.goto(`${server.url}/sources`)
  await ada.setViewportSize({ width: 390, height: 844 })
  await ada.getByRole('button', { name: 'Add source' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Add a source' })
  const bad = [
    [{ name: 'empty.pdf', type: 'application/pdf', bytes: new Uint8Array() }, 'is empty'],
    [{ ...minutes('x'), bytes: pdfOf(['x'], { encrypted: true }) }, 'without a password'],
    [
      {
        name: 'film.avi',
        type: 'video/avi',
        bytes: new TextEncoder().encode('RIFF\0\0\0\0AVI LIST'),
      },
      'Galley keeps',
    ],
  ] as const
  for (const [file, told] of bad) {
    await drop(ada, '.dlg', file)
    await expect(dialog.getByRole('alert')).toContainText(told)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.emulateMedia({ colorScheme })
    expect(await wrongForAxe(ada)).toEqual([])
    await picture(ada, `refused-${colorScheme}`)
  }
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'tides.csv', mimeType: 'text/csv' },
    buffer: Buffer.from('day,metres\n1,4.2\n'),
  })
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('tides')
  await expect(dialog.getByLabel('Kind')).toHaveValue('dataset')
  await picture(ada, 'phone')
})

test('[SRC14] a file is given where a sentence needs a source, by the button and by pasting', async ({
  browser,
  server,
}) => {
  const ada = await enter(browser, server, 'Ada Quill')
  await pasteArticle(ada, 'The mole was closed in June. Nobody knew.')
  await ada.locator('.tiptap').getByText('The mole').click()
  const panel = ada.getByRole('complementary')
  await panel.getByRole('button', { name: 'Add' }).click()
  await picture(ada, 'picker')
  await panel.locator('input[type=file]').setInputFiles({
    ...{ name: 'Mole.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from(pdfOf(['The mole was closed in June.'])),
  })
  await expect(panel.getByLabel('Name, for the newsroom')).toHaveValue('Mole')
  await picture(ada, 'picker-form')
  await panel.getByRole('button', { name: 'Save and attach' }).click()
  await panel.getByLabel('Passage, word for word').fill('The mole was closed')
  await expect(panel.getByText('Found in the text')).toBeVisible()
  await panel.getByRole('button', { name: 'Done' }).click()
  await saved(ada)

  await panel.locator('[data-panel=sentence]').focus()
  await ada.evaluate(
    ([numbers]) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(numbers)], 'again.pdf', { type: 'application/pdf' }))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
      document.activeElement?.dispatchEvent(event)
    },
    [[...pdfOf(['The mole was closed in June.'])]] as const,
  )
  await expect(panel.getByRole('button', { name: 'Use it Mole' })).toBeFocused()
  await picture(ada, 'picker-known')
})
