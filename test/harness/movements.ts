import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'

type Change = { [key: string]: Json }

/** A campaign that counts households. */
export const campaignInput = (change: Change = {}) => ({
  movementId: newId(),
  kind: 'campaign',
  title: 'Toàn dân đoàn kết xây dựng nông thôn mới',
  content: 'Vận động Nhân dân góp ngày công',
  startsOn: '2025-01-10',
  measures: [{ measureId: newId(), name: 'Hộ đăng ký', unit: 'hộ' }],
  ...change,
})

/** A model in a village, kept by a community. */
export const modelInput = (placeId: string, change: Change = {}) =>
  campaignInput({
    kind: 'model',
    title: 'Tổ hòa giải dùng tiếng dân tộc',
    keeper: 'Ban Công tác Mặt trận thôn Nà Lốc',
    placeId,
    ...change,
  })

export const DECISION = { number: '21/QĐ-MTTQ', date: '2025-06-02', issuer: 'Ủy ban MTTQ Việt Nam tỉnh' }
