import { z } from 'zod'

export const KEEP = { roles: ['administrator'], reach: 'site' } as const

/** Longest certificate file taken, in characters of base64. */
export const MOST_BASE64 = 60_000

export const trustIssuerInput = z.strictObject({
  issuerId: z.uuid(),
  /** The file as it is (PEM or DER), in base64. */
  file: z.base64().min(1).max(MOST_BASE64),
})

export const issuerInput = z.strictObject({ issuerId: z.uuid() })

/** Whether the servers named in certificates of this issuer are asked over the network. */
export const askIssuerInput = z.strictObject({ issuerId: z.uuid(), asked: z.boolean() })
