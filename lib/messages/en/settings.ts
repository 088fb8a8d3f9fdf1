/** Words of what people set for themselves on a device. */
export const settings = {
  theme: 'Theme',
  themeHere: 'Theme on this device',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  singleKeys: 'Single keys',
  singleKeysHint:
    'Letters, digits and Space as commands: on the desk, in source mode, in review. Switch them off when you steer by voice or press them by accident. Ctrl K finds every command.',
} as const
