import type { Commitment, ImportResult, Schedule } from './result.ts'
import { findSchedules, maskNames } from './schedules.ts'

const BARE_TIME =
  /(?<![\p{L}])(?:(?:quý|quí)\s+(?:[IV]{1,3}|[1-4])|tháng\s+\d{1,2}|ngày\s+\d{1,2}\/\d{1,2}|trước\s+\d{1,2}\/\d{1,2})(?![\d/\p{L}])(?!\s*(?:[/-]|,?\s*năm|hằng|hàng|mỗi|tuổi|một|tháng))/giu

/** In a plan of one year "quý II" or "tháng 3" is of that year: its title tells so. Longer programmes leave such times open. */
export const dateInPlan = (duty: Commitment, period: ImportResult['period']): Commitment => {
  if (!period || period.from !== period.to || duty.schedules.length) return duty
  const year = `/${period.from}`
  const dated = (duty.deadline ?? duty.text).replace(BARE_TIME, time => time + year)
  const schedules = findSchedules(dated, maskNames(dated)).filter(schedule => schedule.kind === 'by')
  return { ...duty, schedules: schedules.map((schedule): Schedule => ({ ...schedule, text: schedule.text.replace(year, '') })) }
}
