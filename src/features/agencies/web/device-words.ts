const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone, iPad'],
  [/Mac OS X/, 'máy Mac'],
  [/Linux/, 'Linux'],
]

const named = (list: readonly [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1]

/** "Chrome trên Windows" from what a browser says of itself; null where it says nothing known. */
export function deviceWords(userAgent: string): string | null {
  const [browser, system] = [named(BROWSERS, userAgent), named(SYSTEMS, userAgent)]
  return browser && system ? `${browser} trên ${system}` : (browser ?? system ?? null)
}
