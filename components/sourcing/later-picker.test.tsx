// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { eventually } from '#lib/testing/eventually.ts'
import { mount, press, settle, write } from '#lib/testing/mount.ts'
import { laterPicker } from './later-picker.tsx'
import { SourcePicker, type SourcePickerProps } from './source-picker.tsx'

const field = () => document.querySelector<HTMLInputElement>('.picker input')

it('what is typed before the box is there stays in it, with the focus, and reaches no key below', async () => {
  let come: () => void = () => undefined
  const Later = laterPicker(async () => {
    await new Promise<void>((done) => {
      come = done
    })
    return SourcePicker
  })
  const left: string[] = []
  const props: SourcePickerProps = {
    ...{ label: 'Source', sources: [], onPick: () => undefined },
    onCreate: () => new Promise(() => undefined),
    onCancel: () => left.push('left'),
  }
  await mount(<Later {...props} />)
  expect(document.activeElement).toBe(field())
  await write(field()!, 'Harbour')
  await press('Escape', field())
  expect(left).toEqual(['left'])
  come()
  await eventually(async () => {
    await settle()
    expect(field()?.type).toBe('search')
  })
  expect(field()?.value).toBe('Harbour')
  expect(document.activeElement).toBe(field())
})
