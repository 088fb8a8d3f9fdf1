import { useState } from 'react'
import { Choice } from '#components/ui/choice.tsx'
import { Field } from '#components/ui/field.tsx'
import { PeopleList } from '#components/ui/people-list.tsx'
import { SearchBox } from '#components/ui/search-box.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { LONG, nothing, PEOPLE, PETRA } from './samples.ts'
import { Case, Cases, Shown } from './shown.tsx'

/** What is filled in. */
export function FieldsGroup() {
  return (
    <>
      <Inputs />
      <Shown name="Field">
        <Cases>
          <Case name="of several lines" full>
            <Field label="Note for readers" hint="It stands beside the sentence.">
              {(control) => (
                <textarea
                  {...control}
                  className="input"
                  defaultValue="Berths of visitors are left out."
                />
              )}
            </Field>
          </Case>
          <Case name="with an error" full>
            <Field label="Reason" error="Say why.">
              {(control) => <textarea {...control} className="input" />}
            </Field>
          </Case>
        </Cases>
      </Shown>
      <Choices />
      <Shown name="SearchBox">
        <SearchBox label="Search the articles" placeholder="Title or words" />
      </Shown>
      <People />
    </>
  )
}

function Inputs() {
  return (
    <Shown name="TextInput">
      <Cases>
        <Case name="empty" full>
          <TextInput label="Title" placeholder="As it will be printed" />
        </Case>
        <Case name="with a hint, optional" full>
          <TextInput
            label="Slug"
            optional
            hint="Small letters and hyphens."
            defaultValue="harbour"
          />
        </Case>
        <Case name="with an error" full>
          <TextInput label="Address" error="This is no address." defaultValue="harbour@" />
        </Case>
      </Cases>
      <Cases>
        <Case name="not now" full>
          <TextInput label="Slug" disabled defaultValue="harbour" />
        </Case>
        <Case name="read only" full>
          <TextInput label="Key" readOnly defaultValue="fixed" />
        </Case>
        <Case name="very long" full>
          <TextInput label="Name" defaultValue={LONG.name} />
        </Case>
      </Cases>
    </Shown>
  )
}

const OPTIONS = [
  ['A', 'A: always right so far'],
  ['B', 'B: mostly right'],
] as const

function Choices() {
  return (
    <>
      <Shown name="Choice">
        <Cases>
          <Case name="at rest" full>
            <Choice label="Reliability" options={OPTIONS} />
          </Case>
          <Case name="with a hint" full>
            <Choice label="Reliability" hint="Of the source, not of the claim." options={OPTIONS} />
          </Case>
          <Case name="not now" full>
            <Choice label="Reliability" disabled options={OPTIONS} />
          </Case>
        </Cases>
      </Shown>
      <Shown name=".check">
        <Cases>
          <Case name="several">
            <Check type="checkbox" words="Restricted" note="Only named people see it." isOn />
            <Check type="checkbox" words="Legal read" note="A lawyer has to read it." />
          </Case>
          <Case name="one of them">
            <Check type="radio" words="Update" note="Something was added." isOn />
            <Check type="radio" words="Correction" note="Something was wrong." />
          </Case>
          <Case name="not now">
            <Check type="checkbox" words="Restricted" note="You may not change it." isOn isFixed />
          </Case>
        </Cases>
      </Shown>
    </>
  )
}

function Check(props: {
  readonly type: 'checkbox' | 'radio'
  readonly words: string
  readonly note: string
  readonly isOn?: boolean
  readonly isFixed?: boolean
}) {
  const { type, words, note, isOn = false, isFixed = false } = props
  return (
    <label className="check">
      <input type={type} name={`gallery-${type}`} defaultChecked={isOn} disabled={isFixed} />
      <span>
        {words}
        <small>{note}</small>
      </span>
    </label>
  )
}

function People() {
  const [chosen, setChosen] = useState<readonly string[]>([PETRA.id])
  return (
    <Shown name="PeopleList">
      <Cases>
        <Case name="to choose from" full>
          <PeopleList
            title="Writers"
            hint="They may change the text."
            people={PEOPLE}
            chosen={chosen}
            isFixed={false}
            onChange={setChosen}
          />
        </Case>
        <Case name="not now" full>
          <PeopleList
            title="Readers"
            hint="They may read it while it is restricted."
            people={PEOPLE.slice(0, 2)}
            chosen={[]}
            isFixed
            onChange={nothing}
          />
        </Case>
        <Case name="nobody" full>
          <PeopleList
            title="Lawyers"
            hint="Nobody has this role."
            people={[]}
            chosen={[]}
            isFixed={false}
            onChange={nothing}
          />
        </Case>
      </Cases>
    </Shown>
  )
}
