/** How a target is said: exactly, at least, at most, from … to …, or not yet with a number. */
export const TARGET_KINDS = ['exact', 'least', 'most', 'range', 'open'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]
export type Bounds = { min: number | null; max: number | null }

export function kindOf({ min, max }: Bounds): TargetKind {
  if (min === null) return max === null ? 'open' : 'most'
  if (max === null) return 'least'
  return min === max ? 'exact' : 'range'
}

/** The bounds that a kind says with the number, and for a range the second one. */
export function boundsOf(kind: TargetKind, number: number | null, second: number | null): Bounds {
  switch (kind) {
    case 'exact':
      return { min: number, max: number }
    case 'least':
      return { min: number, max: null }
    case 'most':
      return { min: null, max: number }
    case 'range':
      return { min: number, max: second }
    default:
      return { min: null, max: null }
  }
}
