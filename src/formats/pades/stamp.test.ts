import { describe, expect, it } from 'vitest'
import { PERSON } from '../../../test/harness/keys.ts'
import { openTimeStamps } from '../../../test/harness/time-stamps.ts'
import { judgePdf } from './judge.ts'
import { samplePdf } from './sample.ts'
import { openKeyFile, signPdf } from './sign.ts'
import { stampPdf } from './stamp.ts'
import { NO_LIST } from './trust.ts'

const AT = new Date('2026-06-16T03:00:00Z')
const key = await openKeyFile(new Uint8Array(Buffer.from(PERSON.keyFile, 'base64')), PERSON.password)
const signed = await signPdf(samplePdf(), { key, at: AT })

describe('a time stamp over a signed paper', () => {
  it('is a revision of its own behind signatures that stay intact', async () => {
    const stamped = await stampPdf(signed, await openTimeStamps(() => AT))
    expect(Buffer.from(stamped.subarray(0, signed.length)).equals(Buffer.from(signed))).toBe(true)
    const { integrity, signatures } = judgePdf(stamped, NO_LIST)
    expect([integrity, signatures.map(one => one.changesAfter)]).toEqual(['intact', [['timestamp-added']]])
  })

  it('is not given by a server that refuses, and the paper stays as it was', async () => {
    const stamping = stampPdf(
      signed,
      await openTimeStamps(
        () => AT,
        () => true,
      ),
    )
    await expect(stamping).rejects.toMatchObject({ code: 'timestamp' })
  })
})
