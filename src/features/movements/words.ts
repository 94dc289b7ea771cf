import type { MovementKind } from './contract.ts'

/** Names as papers and screens print them. */
export const KIND_NAMES: Record<MovementKind, string> = {
  campaign: 'Cuộc vận động',
  emulation: 'Phong trào thi đua',
  twinning: 'Kết nghĩa',
  model: 'Mô hình',
}
