export { getDocumentProxy } from 'unpdf'
export type PDFDocumentProxy = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>
