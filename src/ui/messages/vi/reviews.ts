export const reviews = {
  'reviews.title': 'Báo cáo',
} as const
