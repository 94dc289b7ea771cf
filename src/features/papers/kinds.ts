/** Types of administrative papers with their abbreviations (NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III; HD 05-HD/VPTW). */
export const PAPER_KINDS = {
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  CV: 'Công văn',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  QĐ: 'Quyết định',
  NQ: 'Nghị quyết',
  KL: 'Kết luận',
  QC: 'Quy chế',
  TTr: 'Tờ trình',
  BB: 'Biên bản',
  GM: 'Giấy mời',
  BTT: 'Bản thỏa thuận',
  BGN: 'Bản ghi nhớ',
} as const
export type PaperKind = keyof typeof PAPER_KINDS

export const isPaperKind = (kind: string): kind is PaperKind => Object.hasOwn(PAPER_KINDS, kind)

/** "Báo cáo" → "BC"; a letter bears no name of a type. */
export function kindOf(typeName: string): PaperKind {
  const wanted = typeName.trim().toLocaleLowerCase('vi')
  const found = Object.entries(PAPER_KINDS).find(([, name]) => wanted.startsWith(name.toLocaleLowerCase('vi')))
  return (found?.[0] as PaperKind | undefined) ?? 'CV'
}
export const nameOf = (kind: string): string => (isPaperKind(kind) ? PAPER_KINDS[kind] : kind)
