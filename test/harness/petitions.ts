import type { Json } from '../../src/engine/db/database.ts'
import { CODE_SIGNS } from '../../src/features/petitions/contract.ts'
import { newId } from '../../src/kernel/ids.ts'

let serial = 0

/** A slip code that no other petition of the run has. */
export function nextCode(): string {
  serial += 1
  return newId()
    .replaceAll('-', '')
    .slice(-12)
    .split('')
    .map((sign, at) => CODE_SIGNS[(Number.parseInt(sign, 16) + serial * (at + 1)) % CODE_SIGNS.length])
    .join('')
}

/** A petition from a village meeting, as the form sends it. */
export const petitionInput = (placeId: string, change: { [key: string]: Json } = {}) => ({
  petitionId: newId(),
  code: nextCode(),
  subject: 'Đường liên thôn hư hỏng, xe không đi được mùa mưa',
  field: 'roads',
  placeId,
  text: 'Đường vào thôn bị sạt, học sinh phải đi bộ. Đề nghị sửa trước mùa mưa.',
  origin: 'village',
  voices: 12,
  receivedOn: '2026-03-02',
  term: { on: '2026-03-10', basis: 'Quy chế làm việc của cơ quan' },
  ...change,
})
