import { createTransport } from 'nodemailer'
import { attachmentsOf, type MailDoor, messageIdOf, type Sender } from './mail-door.ts'

const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/**
 * Hands letters to a mail server: "smtps://user:password@mail.example:465" or "smtp://…". It is greeted first, so that a server
 * that cannot be reached leaves no doubt. What breaks off after that without a "no" may have been taken (RFC 5321, 4.5.3.2.6).
 */
export function openSmtpDoor(url: string, sender: Sender): MailDoor {
  const server = createTransport({ url, ...PATIENCE })
  const greet = () => server.verify().catch(note)
  return {
    send: async ({ id, files, ...letter }) => {
      if (!(await greet())) return 'not-sent'
      try {
        await server.sendMail({
          ...letter,
          attachments: attachmentsOf(files),
          from: sender.from,
          messageId: messageIdOf(id, sender),
        })
        return 'sent'
      } catch (error) {
        note(error as Error)
        return (error as { responseCode?: number }).responseCode === undefined ? 'unknown' : 'not-sent'
      }
    },
    // No mail server can be asked what it took.
    fateOf: async () => 'unknown',
  }
}

function note(error: Error): false {
  console.error('mail:', error.message)
  return false
}
