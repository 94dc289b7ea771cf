export const programmes = {
  'programmes.title': 'Chương trình',
} as const
