import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu'
import { KeyOf } from '#components/keys/key-words.tsx'
import { ChooseFile } from '#components/ui/choose-file.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { FileDrop } from '#components/ui/file-drop.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { nothing } from './samples.ts'
import { Case, Cases, Shown } from './shown.tsx'

/** What is pressed. */
export function ControlsGroup() {
  return (
    <>
      <Buttons />
      <Switches />
      <Shown name="ChooseFile">
        <Cases>
          <Case name="as wide as others">
            <ChooseFile onFiles={nothing}>Choose a document</ChooseFile>
          </Case>
          <Case name="small">
            <ChooseFile isSmall onFiles={nothing}>
              Choose a picture
            </ChooseFile>
          </Case>
        </Cases>
      </Shown>
      <Shown name="FileDrop">
        <FileDrop words="Let go to import it" onFiles={nothing}>
          <p className="muted">Files that are dropped here are taken.</p>
        </FileDrop>
      </Shown>
      <Shown name="FormButtons">
        <Case name="at rest" full>
          <div className="wrap">
            <FormButtons formId="none" pending={false} words="Save the source" onClose={nothing} />
          </div>
        </Case>
        <Case name="on its way" full>
          <div className="wrap">
            <FormButtons formId="none" pending words="Save the source" onClose={nothing} />
          </div>
        </Case>
      </Shown>
      <Dialogs />
      <Menus />
    </>
  )
}

const KINDS = [
  ['plain', 'btn'],
  ['primary', 'btn primary'],
  ['quiet', 'btn quiet'],
  ['danger', 'btn danger'],
  ['quiet danger', 'btn quiet danger'],
  ['small', 'btn sm'],
  ['small and quiet', 'btn quiet sm'],
] as const

function Buttons() {
  return (
    <Shown name=".btn">
      <Cases>
        {KINDS.map(([name, kind]) => (
          <Case key={kind} name={name}>
            <button type="button" className={kind}>
              Publish
            </button>
          </Case>
        ))}
      </Cases>
      <Cases>
        {KINDS.map(([name, kind]) => (
          <Case key={kind} name={`${name}, not now`}>
            <button type="button" className={kind} aria-disabled="true">
              Publish
            </button>
          </Case>
        ))}
      </Cases>
      <Cases>
        <Case name="with a sign">
          <button type="button" className="btn">
            <Icon name="plus" /> New article
          </button>
        </Case>
        <Case name="with a key">
          <button type="button" className="btn">
            Approve <KeyOf command="approve" />
          </button>
        </Case>
        <Case name="primary with a key">
          <button type="button" className="btn primary">
            Approve <KeyOf command="approve" />
          </button>
        </Case>
        <Case name="a sign alone">
          <button type="button" className="btn icon" aria-label="More">
            <Icon name="more" />
          </button>
        </Case>
        <Case name="small">
          <button type="button" className="btn quiet icon sm" aria-label="Close">
            <Icon name="close" />
          </button>
        </Case>
        <Case name="a link">
          <a className="btn" href="#controls">
            Show all
          </a>
        </Case>
      </Cases>
    </Shown>
  )
}

function Switches() {
  return (
    <>
      <Shown name=".seg">
        <div>
          <fieldset className="seg" aria-label="Mode">
            <button type="button" aria-pressed="true">
              Write
            </button>
            <button type="button" aria-pressed="false">
              Source
            </button>
            <button type="button" aria-pressed="false">
              Review
            </button>
          </fieldset>
        </div>
      </Shown>
      <Shown name="details">
        <div>
          <details>
            <summary>Earlier versions</summary>
            <p>There is one.</p>
          </details>
          <details open>
            <summary>Closed questions</summary>
            <p>There are none.</p>
          </details>
        </div>
      </Shown>
    </>
  )
}

const SIZES = ['small', 'medium', 'wide'] as const

function Dialogs() {
  const [size, setSize] = useState<(typeof SIZES)[number] | null>(null)
  const close = () => setSize(null)
  return (
    <Shown name="Dialog">
      <div className="wrap">
        {SIZES.map((each) => (
          <button key={each} type="button" className="btn" onClick={() => setSize(each)}>
            Open a {each} dialog
          </button>
        ))}
      </div>
      <Dialog
        title="Name this moment"
        note="It stays in the history."
        size={size ?? 'small'}
        isOpen={size !== null}
        onClose={close}
        footer={
          <FormButtons formId="moment" pending={false} words="Keep the name" onClose={close} />
        }
        {...(size === 'wide' && { aside: <p className="muted">What readers see stands here.</p> })}
      >
        <form
          id="moment"
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            close()
          }}
        >
          <TextInput label="Name" hint="Such as “sent to the lawyer”." />
        </form>
      </Dialog>
    </Shown>
  )
}

function Menus() {
  return (
    <Shown name="Menu">
      <div>
        <MenuTrigger>
          <Button className="btn">
            Open a menu <Icon name="down" />
          </Button>
          <Popover className="menu" placement="bottom start">
            <Menu aria-label="Moves">
              <MenuItem>
                <Icon name="document" /> Article data
              </MenuItem>
              <MenuItem>
                <Icon name="clock" /> History <span className="muted small end">12</span>
              </MenuItem>
              <Separator />
              <MenuSection aria-label="With a reason">
                <Header className="sect">With a reason</Header>
                <MenuItem>Back to draft</MenuItem>
              </MenuSection>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
    </Shown>
  )
}
