/** Signs of the Symbol and Wingdings fonts stand in the private area U+F000…F0FF; what they print, in Unicode. */
const PRINTED = new Map([
  ['\uf02d', '-'],
  ['\uf0b7', '•'],
  ['\uf0a7', '▪'],
  ['\uf0a8', '◻'],
  ['\uf06e', '■'],
  ['\uf06c', '●'],
  ['\uf06f', '□'],
  ['\uf071', '❑'],
  ['\uf076', '❖'],
  ['\uf0d8', '➢'],
  ['\uf0e0', '→'],
  ['\uf0fc', '✓'],
  ['\uf0fe', '☑'],
  ['\uf0b3', '≥'],
  ['\uf0a3', '≤'],
  ['\uf0b4', '×'],
  ['\uf0b0', '°'],
  ['\uf0b1', '±'],
])

/** Replaces the private signs that have a Unicode twin; others print as a bullet, for that is what they nearly always are. */
export const printSymbols = (text: string): string => text.replace(/[\uf020-\uf0ff]/g, sign => PRINTED.get(sign) ?? '•')
