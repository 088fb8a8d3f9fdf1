/** The picture that is selected in the text. */
export const figures = {
  title: 'Picture',
  panel: 'Picture {number, number} of {count, number}',
  number: '{number, number} of {count, number}',
  description: 'Description',
  descriptionHint: 'What is to be seen, for those who do not see it',
  captionHint: 'The caption is written in the text, below the picture.',
  replaceField: 'Replace the picture',
  replace: 'Replace picture…',
  choose: 'Choose a picture…',
  remove: 'Remove',
  elsewhere: 'Its picture belongs to another article.',
  useHere: 'Use it here too',
  missing: 'Before it can be published',
  facts: '{width, number} × {height, number} pixels, {type}, {size}.',
  megabytes: '{size} MB',
  kilobytes: '{size, number} kB',
  original: 'The file as it was uploaded',

  credit: {
    title: 'Credit',
    whose: 'Whose picture it is',
    chosen: 'Credit: {title}.',
    choose: 'Choose a source',
    change: 'Change credit',
    remove: 'Remove credit',
    noneYet: 'None yet.',
    unknown: 'An unknown source.',
    readersSee: 'readers see: {name}',
  },

  upload: {
    label: 'Sending the picture',
    sending: 'Sending, {percent, number} %',
    sent: 'Sent: it is being read',
    waiting:
      'No connection. The picture is kept in this tab, and sent when the server is reached again. Leave the tab open.',
  },
} as const
