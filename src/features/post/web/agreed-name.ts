import { t } from '../../../ui/messages/index.ts'

/** A side that has agreed: "MTTQ tỉnh", or "Đảng ủy theo văn bản số 12-CV/ĐU, ngày 03/03/2026". */
export const agreedName = (name: string, paper: { number: string; date: string } | null | undefined): string =>
  paper ? t('post.name-by-paper', { name, ...paper }) : name
