/** What belongs to an article beside its text: its data, and its people. */
export const articleFacts = {
  data: 'Article data',
  mayRead: 'You may read this article, not change it.',
  byline: 'Byline',
  bylineHint: 'As readers see it: Ada Quill and Ruben Marsh',
  section: 'Section',
  dateline: 'Dateline',
  datelineHint: 'Where it was reported from',
  language: 'Language',
  languageHint: 'Sentences are found by its rules',
  address: 'Address',
  addressFixed: 'Fixed since it was published.',
  addressNow: 'Readers will find it at /read/{slug}',
  addressChanged: 'It will be written in small letters, digits and dashes.',
  dataSaved: 'The data of the article are saved.',
  people: 'People',
  peopleFixed: 'Only editors, administrators and the article’s own writer change who works on it.',
  assigned: 'Assigned',
  assignedHint:
    'Writers who are assigned may write and annotate. Reviewers who are assigned have the turn to review; where none is, every reviewer has.',
  named: 'Named',
  namedHint:
    'These people see the article, beside those who are assigned and the one who began it.',
  restricted: 'Restricted to named people',
  restrictedHint: 'For everybody else in the newsroom the article does not exist.',
  peopleSaved: 'The people of the article are saved.',
  save: 'Save',
} as const
