import { expect, test } from 'vitest'
import { parseBoot } from './boot.ts'
import { Refused, readReply, Unreached } from './call.ts'

test('a yes hands its body on', () => expect(readReply(200, { ok: true, answer: 3 })).toEqual({ ok: true, answer: 3 }))

test('a refusal carries its code and data', () => {
  expect(() => readReply(422, { ok: false, refusal: { code: 'sign-in.locked', data: { seconds: 30 } } })).toThrow(
    new Refused('sign-in.locked', { seconds: 30 }),
  )
})

test('a failing server and a page that is no answer count as unreached, so that the command is kept', () => {
  expect(() => readReply(500, { ok: false, refusal: { code: 'failed' } })).toThrow(Unreached)
  expect(() => readReply(502, '<html>')).toThrow(Unreached)
  expect(() => readReply(200, null)).toThrow(Unreached)
})

test('too many requests is a refusal even where a proxy says it', () => {
  expect(() => readReply(429, null)).toThrow(new Refused('too-many-requests'))
})

test('a page without first data is a page without a person', () => {
  expect(parseBoot(null).me).toBeNull()
  expect(parseBoot('{"setup":true').setup).toBe(false)
  expect(parseBoot('{"setup":true}')).toEqual({ me: null, setup: true, demo: [], today: null })
})
