import { z } from 'zod'
import { type ItemTarget, plainText, reasonText } from '../contract.ts'

/** Kept by its own side; Đề xuất; Đã thống nhất; Trả lại; Được thay thế; taken back. */
export type IndicatorState = 'own' | 'proposed' | 'agreed' | 'returned' | 'replaced' | 'withdrawn'

/** What a side writes of how a duty is measured. `per` is 'year', 'term' or a scope ("xã"). */
export const indicatorFields = {
  unit: plainText(60),
  min: z.number().min(0).max(1e12).nullable(),
  max: z.number().min(0).max(1e12).nullable(),
  per: plainText(60),
  evidence: plainText(300).nullable(),
  reason: reasonText,
}
export type IndicatorFields = z.output<z.ZodObject<typeof indicatorFields>>

export type Indicator = {
  id: string
  programmeId: string
  commitmentId: string
  target: ItemTarget
  /** Which evidence of the work is wanted: "biên bản, ảnh mô hình". */
  evidence: string | null
  reason: string
  byBody: string
  state: IndicatorState
  answer: string | null
  answeredBy: string | null
  createdAt: Date
  sharedAt: Date | null
  agreedAt: Date | null
  version: number
}
