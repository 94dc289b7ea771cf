/** "8h30", "8 giờ", "08:30" → "08:30"; what is no time stays as it was typed and is refused with its field. */
export function timeIn(text: string): string {
  const found = /^(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{1,2})?(?:\s*(?:phút|p))?$/iu.exec(text.trim())
  return found ? `${found[1]!.padStart(2, '0')}:${(found[2] ?? '').padStart(2, '0')}` : text.trim()
}
