import { readReply, Unreached } from './call.ts'

/** Has a file with data of persons handed out for a stated reason and saves it under its name. Throws Refused or Unreached. */
export const openFile = (file: { id: string; name: string }, purpose: string): Promise<void> =>
  saveOpened(`/api/files/${file.id}`, file.name, purpose)

/** Has what lies at an address handed out for a stated reason, and saves it. Throws Refused or Unreached. */
export async function saveOpened(path: string, name: string, purpose: string): Promise<void> {
  const response = await fetch(`${path}/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-phoihop': '1' },
    body: JSON.stringify({ purpose }),
  }).catch(() => {
    throw new Unreached('network')
  })
  if (!response.ok) {
    readReply(response.status, await response.json().catch(() => null))
    return
  }
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
