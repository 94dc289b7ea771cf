import { t } from '../../../ui/messages/index.ts'

/** "01/01/2026 đến 31/03/2026", "từ 01/01/2026" or "đang áp dụng" */
export function validText({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string {
  if (validFrom && validTo) return t('petitions.from-to', { from: validFrom, to: validTo })
  return validFrom ? t('petitions.since', { from: validFrom }) : t('petitions.always')
}
