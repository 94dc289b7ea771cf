import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'

type Change = { [key: string]: Json }

/** A decision that recognises one person of a village. */
export const listInput = (villageId: string, change: Change = {}, name = 'Người Được Công Nhận') => ({
  listId: newId(),
  number: newId(),
  date: '2025-12-10',
  decidedBy: 'commune',
  issuer: 'Chủ tịch Ủy ban nhân dân xã Nậm Mây',
  year: 2025,
  rows: [{ recognitionId: newId(), villageId, name }],
  ...change,
})

export const benefitInput = (recognitionId: string, change: Change = {}) => ({
  benefitId: newId(),
  recognitionId,
  nature: 'sickness',
  givenOn: '2026-02-20',
  amount: 500_000,
  seen: 0,
  ...change,
})

export const gatheringInput = (change: Change = {}) => ({
  gatheringId: newId(),
  kind: 'class',
  heldOn: '2026-02-20',
  sessions: 2,
  turns: 90,
  amount: 30_000_000,
  ...change,
})

/** A round of certificates, for which the law asks four fifths of the council. */
export const roundInput = (change: Change = {}) => ({
  commendationId: newId(),
  occasion: 'Sơ kết 3 năm thực hiện Chương trình phối hợp',
  form: 'certificate',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Sơn Hà',
  ceremonyOn: null,
  term: { on: '2099-03-31', basis: 'Kế hoạch khen thưởng' },
  ...change,
})

export const nominationInput = (commendationId: string, change: Change = {}, name = 'Người Được Đề Nghị') => ({
  lineId: newId(),
  commendationId,
  sort: 'individual',
  name,
  workplace: 'Ủy ban MTTQ xã Nậm Mây',
  ...change,
})
