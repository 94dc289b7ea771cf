import { describe, expect, it } from 'vitest'
import { listen } from '../../../test/harness/http.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { filterId } from '../../kernel/filter-id.ts'

const site = await openTestSite()
const http = await listen(site)
const { cookie } = await http.signIn('lan')

const asked = (path: string, encodings: string) =>
  fetch(http.url + path, { headers: { cookie, 'x-phoihop': '1', 'accept-encoding': encodings } })
const OPEN_API = '/api/openapi.json'

describe('an answer', () => {
  it('goes compressed to whoever can unpack it, and says the same', async () => {
    const plain = await (await asked(OPEN_API, 'identity')).text()
    for (const encoding of ['br', 'gzip']) {
      const packed = await asked(OPEN_API, encoding)
      expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual([encoding, plain])
    }
  })

  it('that is short goes as it is', async () => {
    expect((await asked('/api/queries/none', 'gzip')).headers.get('content-encoding')).toBeNull()
  })
})

it('a file goes as it is', async () => {
  const list = await asked(`/api/exports/activity-list/${filterId({})}.xlsx`, 'br, gzip')
  expect([list.status, list.headers.get('content-encoding')]).toEqual([200, null])
})
