import type { RefusalData } from '../../../kernel/refusal.ts'
import { t } from '../../../ui/messages/index.ts'

/** What ties a telephone to an account: the secret, and its QR code as path data on a square of `size` modules. */
export type Enrolment = { secret: string; path: string; size: number }

export const readEnrolment = (data: RefusalData): Enrolment => ({
  secret: String(data.secret ?? ''),
  path: String(data.path ?? ''),
  size: Number(data.size ?? 0),
})

export const EnrolPicture = ({ enrolment: { secret, path, size } }: { enrolment: Enrolment }) => (
  <>
    <figure className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('agencies.enrol-picture')} shapeRendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
    </figure>
    <p>
      {t('agencies.enrol-secret')}
      <br />
      <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
    </p>
  </>
)
