/** What people suggest to change in the text. */
export const suggestions = {
  title: 'Suggestions',
  none: 'No open suggestions. Switch to Suggest above the text: what you write then is shown to the others, and changes nothing until somebody accepts it.',
  keys: '<last></last> <next></next> to go on, <accept></accept> accepts, <reject></reject> rejects. In the text: <nextInText></nextInText>, <acceptInText></acceptInText>, <rejectInText></rejectInText>.',
  you: 'You',
  /** Beside whoever brought the document. */
  saidBy: 'the document names {name}',
  count: '{count, plural, one {# suggestion} other {# suggestions}}',
  accept: 'Accept',
  reject: 'Reject',
  takeBack: 'Take back',
  acceptAll: 'Accept all',
  rejectAll: 'Reject all',
  takeAllBack: 'Take all back',

  /** What a suggestion would do. */
  would: {
    replace: 'Replace “{deleted}” with “{inserted}”',
    insert: 'Insert “{words}”',
    beginParagraph: 'Begin a new paragraph',
    delete: 'Delete “{words}”',
    joinParagraph: 'Join with the paragraph above',
    link: 'Link to {address}',
    bold: 'Make bold',
    notBold: 'Not bold',
    italic: 'Make italic',
    notItalic: 'Not italic',
    noLink: 'Take the link off',
    otherFormatting: 'Other formatting',
    /** Formatting, and the words that get it. */
    onWords: '{look}: “{words}”',
  },
  role: {
    headline: 'Make the paragraph a headline',
    standfirst: 'Make the paragraph a standfirst',
    paragraph: 'Make the paragraph an ordinary one',
    subhead: 'Make the paragraph a subhead',
    quote: 'Make the paragraph a quote',
    bullet: 'Make the paragraph a bulleted item',
    numbered: 'Make the paragraph a numbered item',
    caption: 'Make the paragraph a caption',
  },
} as const
