export const plans = {
  'plans.title': 'Kế hoạch',
} as const
