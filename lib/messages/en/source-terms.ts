/** The closed choices that a source is described by. */
export const sourceTerms = {
  kind: {
    person: 'Person',
    document: 'Document',
    dataset: 'Dataset',
    webPage: 'Web page',
    outlet: 'Outlet',
    organisation: 'Organisation',
    recording: 'Recording',
    observation: 'Our own observation',
    calculation: 'Our own calculation',
  },
  terms: {
    onRecord: 'On record',
    background: 'On background',
    deepBackground: 'Deep background',
    offRecord: 'Off the record',
  },
  reliability: {
    A: 'Completely reliable',
    B: 'Usually reliable',
    C: 'Fairly reliable',
    D: 'Not usually reliable',
    E: 'Unreliable',
    F: 'Cannot be judged',
  },
  graded: '{grade} · {words}',
  primacy: {
    primary: 'Primary: saw, said or made it',
    secondary: 'Secondary: passes on what others did',
  },
  medium: {
    inPerson: 'In person',
    phone: 'By telephone',
    video: 'By video call',
    'e-mail': 'By e-mail',
    chat: 'By chat',
    other: 'Another way',
  },
  link: { ok: 'Reachable', moved: 'Moved', changed: 'Changed', dead: 'Gone' },
} as const
