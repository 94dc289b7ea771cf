export const activities = {
  'activities.title': 'Hoạt động',
} as const
