'use client'
import { useId, useState } from 'react'
import { ChooseFile } from '#components/ui/choose-file.tsx'
import { Field } from '#components/ui/field.tsx'
import { FileDrop } from '#components/ui/file-drop.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import { type Given, givenIn } from '#lib/domain/sourcing/given.ts'
import type { GivenBox } from './use-given.ts'

/** What was typed is taken for. */
const WHAT_WORDS: Readonly<Record<Given['what'], string>> = {
  address: 'An address.',
  doi: 'A DOI.',
  isbn: 'An ISBN.',
  reference: 'A reference.',
  name: 'A name.',
}

interface SourceBoxProps {
  readonly formId: string
  readonly box: GivenBox
}

/** One box: whatever one has of a source goes in, and what the registry has of it comes out first [SRC14]. */
export function SourceBox({ formId, box }: SourceBoxProps) {
  const [text, setText] = useState('')
  const field = useFocusFirst<HTMLTextAreaElement>()
  const note = useId()
  const given = givenIn(text)
  return (
    <form
      id={formId}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        box.giveText(text)
      }}
    >
      <FileDrop anywhere words="Let go to make a source of it" onFiles={box.giveFiles}>
        {box.trouble && <Notice tone="bad">{box.trouble}</Notice>}
        <Field
          label="Address, DOI, ISBN or name"
          hint="A reference in BibTeX or RIS will do, too. What the registry has of it is shown first."
        >
          {(control) => (
            <textarea
              {...control}
              ref={field}
              className="input given"
              rows={1}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              maxLength={50_000}
              value={text}
              onChange={({ target }) => setText(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                event.currentTarget.form?.requestSubmit()
              }}
            />
          )}
        </Field>
        <p className="small muted" role="status">
          {box.isBusy ? 'Looking it up…' : text.trim() && given.ok && WHAT_WORDS[given.value.what]}
        </p>
        <div className="given-file">
          <ChooseFile describedBy={note} onFiles={box.giveFiles}>
            Choose a file
          </ChooseFile>
          <span className="hint" id={note}>
            Or drop or paste one: PDF, .docx, web page, text, picture or sound, up to 50 MiB
          </span>
        </div>
      </FileDrop>
    </form>
  )
}
