/** Vietnamese text: healing of broken fonts, accent-free folding for search, and the order of the dictionary. */

/** Ư printed as Ƣ by fonts with a wrong ToUnicode table; NFKC does not change it. */
export const healFont = (text: string): string => text.replaceAll('Ƣ', 'Ư').replaceAll('ƣ', 'ư')

/** NFC, healed, no-break and thin spaces as spaces, runs of white space as one. */
export const tidy = (text: string): string =>
  healFont(text)
    .normalize('NFC')
    .replace(/[\s\u00a0\u2000-\u200b\u202f\ufeff]+/g, ' ')
    .trim()

/** Lower case without marks, đ as d: what search compares. Idempotent. */
export const fold = (text: string): string =>
  healFont(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/** Folded words with hyphens between them: letters and digits that every mail and file system takes. */
export const hyphened = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '-')

/** One spelling for tone marks on oa, oe, uy (hoà → hòa, uỷ → ủy), marks kept: for comparing names. Lower case. */
export const foldTone = (text: string): string =>
  healFont(text)
    .normalize('NFD')
    .toLowerCase()
    .replace(/([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])/g, '$1$3$2')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

const collator = new Intl.Collator('vi', { numeric: true })

/** Dictionary order: a ă â b … d đ e ê …; digits by value. */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b)

/** As words begin a sentence, and as they go on within one. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
export const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
