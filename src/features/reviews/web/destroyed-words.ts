import { printNumber } from '../../../kernel/numbers.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Destroyed } from './types.ts'

/** "Tệp có thông tin cá nhân của 2 hoạt động đã hủy theo thời hạn lưu 24 tháng (ngày 14/02/2028)" */
export const destroyedWords = ({ rule, count, when }: Destroyed): string =>
  t(`reviews.destroyed.${rule}`, {
    count: typeof count === 'number' ? printNumber(count) : t(`reviews.destroyed-${count}`),
    when: whenOf(when),
  })

function whenOf(when: Destroyed['when']): string {
  if ('days' in when) {
    const [from, to] = when.days
    return from === to ? t('reviews.destroyed-day', { from }) : t('reviews.destroyed-days', { from, to })
  }
  const [from, to] = when.years
  return from === to ? t('reviews.destroyed-year', { from }) : t('reviews.destroyed-years', { from, to })
}
