/** Words of what stands for a page that could not be made. */
export const trouble = {
  wentWrong: 'Something went wrong',
  nothingLost:
    'The page could not be made. Nothing that was saved is lost, and changes that are kept on this device stay there until the server has them.',
  toDesk: 'To the desk',
} as const
