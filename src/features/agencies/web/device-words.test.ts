import { expect, test } from 'vitest'
import { deviceWords } from './device-words.ts'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

test('a browser is named with its system', () => {
  expect(deviceWords(CHROME)).toBe('Chrome trên Windows')
})

test('Edge, Cốc Cốc and a phone are not taken for Chrome on Linux', () => {
  expect(deviceWords(`${CHROME} Edg/140.0.0.0`)).toBe('Edge trên Windows')
  expect(deviceWords(CHROME.replace('Chrome/', 'coc_coc_browser/140 Chrome/'))).toBe('Cốc Cốc trên Windows')
  expect(deviceWords(CHROME.replace('Windows NT 10.0; Win64; x64', 'Linux; Android 14; SM-A155F'))).toBe('Chrome trên Android')
})

test('what says nothing known has no name', () => {
  expect(deviceWords('curl/8.5')).toBeNull()
})
