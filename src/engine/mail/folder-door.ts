import { constants } from 'node:fs'
import { access, link, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { attachmentsOf, type MailDoor, messageIdOf, type Sender } from './mail-door.ts'

/** Writes letters as .eml files named by their id: for development, and where a server of the house picks them up. */
export function openFolderDoor(folder: string, sender: Sender): MailDoor {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const pathOf = (id: string) => join(folder, `${id}.eml`)
  return {
    send: async ({ id, files, ...letter }) => {
      const message = { ...letter, attachments: attachmentsOf(files), from: sender.from, messageId: messageIdOf(id, sender) }
      const { message: bytes } = await composer.sendMail(message)
      await mkdir(folder, { recursive: true })
      await writeOnce(pathOf(id), bytes as Buffer)
      return 'sent'
    },
    fateOf: async id =>
      access(pathOf(id), constants.F_OK).then(
        () => 'sent',
        () => 'not-sent',
      ),
  }
}

/** The file stands whole under its name or not at all, and never twice: a second writer leaves the first one's. */
async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft, { force: true })
}
