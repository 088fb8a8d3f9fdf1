/** Words of the form for a new article, and of what came in with a document. */
export const newArticle = {
  newArticle: 'New article',
  create: 'Create article',
  creating: 'Creating…',
  headline: 'Headline',
  language: 'Language',
  text: 'Text',
  textHint: 'Each line becomes a paragraph. Leave it empty to begin with a blank page.',
  pasteHere: 'Paste the text here',
  chooseFile: 'Choose a file instead',
  fileKinds: '.docx with its notes, .txt, .md or .html',
  removeFile: 'Remove',
  kilobytes: '{count, number} kB',
  words: '{count, plural, one {# word} other {# words}}',
  signedOut: 'You are signed out. Sign in in another tab and try again: your text stays here.',
  changes: 'Tracked changes',
  changesHint: 'Footnotes, endnotes and comments come in as evidence and notes on their sentences.',
  change: {
    accept: 'Accept them all',
    reject: 'Reject them all',
    suggest: 'Keep them as suggestions',
  },
  whatCameIn: 'What came in',
  openArticle: 'Open the article',
  lookAtSources:
    'New sources carry the words of their notes. Look at their names before you publish: readers see them.',
  whatDidNot: 'What did not',
  noText: 'No text',
  paragraphs: '{count, plural, one {# paragraph} other {# paragraphs}}',
  footnotes: '{count, plural, one {# footnote} other {# footnotes}}',
  endnotes: '{count, plural, one {# endnote} other {# endnotes}}',
  nowEvidence: '{notes}: now evidence',
  comments:
    '{count, plural, one {# comment: now an internal note, which readers never see} other {# comments: now internal notes, which readers never see}}',
  standOn: 'Evidence and notes stand on {count, plural, one {# sentence} other {# sentences}}',
  newSources: '{count, plural, one {# new source} other {# new sources}}',
  knownSources:
    '{count, plural, one {# source that was known already} other {# sources that were known already}}',
  pictures: '{count, plural, one {# picture} other {# pictures}}',
  changesMade:
    '{choice, select, accept {{count, plural, one {# tracked change} other {# tracked changes}}, accepted} reject {{count, plural, one {# tracked change} other {# tracked changes}}, rejected} other {{count, plural, one {# tracked change} other {# tracked changes}}: {suggestions, plural, one {# suggestion} other {# suggestions}} now, in your name}}',
  suggesters: 'Whom the document names for them: {names}',
  suggester: '{name} ({suggestions, number})',
  changesSettled:
    '{count, plural, one {# tracked change is} other {# tracked changes are}} accepted, of pictures, in notes, or of looks that no article has',
  withoutPlace:
    '{count, plural, one {# note stands on no sentence: it waits in the tray} other {# notes stand on no sentence: they wait in the tray}}',
  notTaken: {
    picture:
      '{count, plural, one {# picture: its place and description came in} other {# pictures: their places and descriptions came in}}',
    table:
      '{count, plural, one {# table: its words came in as paragraphs} other {# tables: their words came in as paragraphs}}',
    textBox: '{count, plural, one {# text box} other {# text boxes}}',
    headerOrFooter: '{count, plural, one {# header or footer} other {# headers and footers}}',
    hiddenText: '{count, plural, one {# piece of hidden text} other {# pieces of hidden text}}',
    tableOfContents:
      '{count, plural, one {# line of a table of contents} other {# lines of a table of contents}}',
    equation:
      '{count, plural, one {# equation: its characters came in} other {# equations: their characters came in}}',
    embeddedObject: '{count, plural, one {# embedded object} other {# embedded objects}}',
    symbol: '{count, plural, one {# sign of a font of signs} other {# signs of a font of signs}}',
    macros: '{count, plural, one {# set of macros} other {# sets of macros}}',
    noteOfDeletedText:
      '{count, plural, one {# note on deleted text} other {# notes on deleted text}}',
  },
  pictureRefused: '“{picture}”: {reason}',
  somePictureRefused: 'A picture: {reason}',
} as const
