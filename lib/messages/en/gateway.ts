/** Words of the pages for people who are not in yet. */
export const gateway = {
  emailAddress: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  signInWith: 'Sign in with {provider}',
  orPassword: 'or with a password',
  code: 'Code',
  codeHint: 'The six digits that your authenticator app shows, or one of your recovery codes.',
  signInAsOther: 'Sign in as somebody else',
  demo: 'Or try the demo newsroom as',
  oneTimeCode: 'One-time code',
  yourName: 'Your name',
  createAdministrator: 'Create the administrator',
  creating: 'Creating…',
  lookingAtInvitation: 'Looking at your invitation…',
  invitationFails: 'This invitation does not work',
  unreached: 'The server was not reached.',
  welcome: 'Welcome to {newsroom}',
  choosePassword: '<who>{name}</who>, choose a password. The invitation ends on {end}.',
  signedInHere: '<who>{name}</who> is signed in here, and will be signed out.',
  signInByIt: 'You sign in with it.',
  comeIn: 'Choose it and come in',
  comingIn: 'Coming in…',
  recordAndFactor:
    'The newsroom keeps a record of who signs in, and when. You can add a second factor in your account.',
  refused: {
    unknown:
      'Nobody here has the address of your account at {provider}. Ask an administrator to invite you with that address.',
    unverified:
      '{provider} does not say that the address of your account is yours. Confirm the address there, or sign in with your password.',
    taken:
      'The person with this address signs in with another account at {provider}. Use that one, or ask an administrator to reset the sign-in.',
    disabled: 'This person cannot sign in here.',
    other: 'Signing in with {provider} did not work. Try again, or use your password.',
  },
} as const
