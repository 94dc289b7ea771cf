import type { Layout } from '../layout.ts'

/** Word counts lengths in twentieths of a point, sizes in half points, borders in eighths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)
export const points = (pt: number): number => Math.round(pt * 20)
export const halfPoints = (pt: number): number => Math.round(pt * 2)

/** Width between the margins of an A4 page, in twips. */
export const textWidth = ({ margins }: Layout, landscape: boolean): number =>
  twips((landscape ? 297 : 210) - margins.left - margins.right)
