import { MAX_FILE_BYTES } from '../../formats/source.ts'
import { Refused, readReply, Unreached } from './call.ts'

export type UploadedFile = { fileId: string; name: string; size: number }

/** Sends one file, at most 50 MB; `onProgress` hears bytes sent and in all. A photo loses its place unless it is to be kept. Throws Refused or Unreached. */
export function upload(
  file: File,
  onProgress: (sent: number, total: number) => void = () => {},
  keepPlace = false,
): Promise<UploadedFile> {
  if (file.size > MAX_FILE_BYTES) return Promise.reject(new Refused('file.too-large'))
  if (file.size === 0) return Promise.reject(new Refused('file.empty'))
  const form = new FormData()
  // Before the file: the server reads the form in its order.
  if (keepPlace) form.append('keepPlace', '1')
  form.append('file', file)
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest()
    request.open('POST', '/api/files')
    request.setRequestHeader('x-phoihop', '1')
    request.responseType = 'json'
    request.upload.addEventListener('progress', event => onProgress(event.loaded, event.total))
    request.addEventListener('error', () => reject(new Unreached('network')))
    request.addEventListener('load', () => {
      try {
        resolve(readReply(request.status, request.response).answer as UploadedFile)
      } catch (error) {
        reject(error instanceof Error ? error : new Unreached('server'))
      }
    })
    request.send(form)
  })
}
