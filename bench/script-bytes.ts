import type { CDPSession } from 'playwright-core'

export type Scripts = { bytes: number; files: string[] }

/** Counts scripts as they come over the wire, answer heads included. The answer waits for those already asked for. */
export async function countScripts(cdp: CDPSession): Promise<() => Promise<Scripts>> {
  const asked = new Map<string, string>()
  const received = new Map<string, number>()
  await cdp.send('Network.enable')
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (type === 'Script' || /\.m?js(\?|$)/.test(request.url)) asked.set(requestId, new URL(request.url).pathname)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => received.set(requestId, encodedDataLength))
  return async () => {
    const ids = [...asked.keys()]
    while (ids.some(id => !received.has(id))) await new Promise(resolve => setTimeout(resolve, 20))
    return { bytes: ids.reduce((sum, id) => sum + received.get(id)!, 0), files: ids.map(id => asked.get(id)!) }
  }
}
