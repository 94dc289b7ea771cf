/** "8h30", "8 giờ", "08:30" → "08:30"; what is no time stays as it was typed and is refused with its field. */
export function timeIn(text: string): string {
  const found = /^(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{1,2})?(?:\s*(?:phút|p))?$/iu.exec(text.trim())
  return found ? `${found[1]!.padStart(2, '0')}:${(found[2] ?? '').padStart(2, '0')}` : text.trim()
}

/** Whether it is written "08:30". */
export const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text)

/** "08:30" → "08 giờ 30" */
export const hourInWords = (time: string): string => time.replace(':', ' giờ ')
