import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Integer, ObjectIdentifier, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { afterAll } from 'vitest'
import { type Identity, makeIdentity } from '../../src/formats/pades/fixtures/identity.ts'

const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const [CONTENT_TYPE, MESSAGE_DIGEST] = ['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4']

/** A time-stamp server (RFC 3161) on loopback, ended after the file; it refuses while `busy` says so. */
export async function openTimeStamps(now: () => Date, busy: () => boolean = () => false): Promise<string> {
  const identity = await makeIdentity({ name: 'Máy chủ cấp dấu thời gian thử', organization: 'Thử nghiệm' })
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    const answer = async () => {
      const asked = TimeStampReq.fromBER(new Uint8Array(Buffer.concat(parts)))
      const token = await answerTo(asked, identity, now())
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(token)
    }
    request.on('end', () => void (busy() ? response.writeHead(503).end() : answer()))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  afterAll(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function answerTo({ messageImprint, nonce }: TimeStampReq, identity: Identity, genTime: Date): Promise<Buffer> {
  const serialNumber = new Integer({ value: 7 })
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint,
    serialNumber,
    genTime,
    ...(nonce ? { nonce } : {}),
  })
  const timeStampToken = await tokenOf(new Uint8Array(info.toSchema().toBER()), identity)
  const granted = new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken })
  return Buffer.from(granted.toSchema().toBER())
}

async function tokenOf(content: Uint8Array<ArrayBuffer>, { certificate, key }: Identity): Promise<ContentInfo> {
  const { issuer, serialNumber } = certificate
  const digest = new OctetString({ valueHex: createHash('sha256').update(content).digest() })
  const attributes = [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: TST_INFO })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [digest] }),
  ]
  const data = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: TST_INFO, eContent: new OctetString({ valueHex: content }) }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [certificate],
  })
  await data.sign(key, 0, 'SHA-256', content)
  data.digestAlgorithms = [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })]
  return new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: data.toSchema(true) })
}
