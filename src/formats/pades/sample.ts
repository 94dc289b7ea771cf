/** A one-page PDF for tests, with more in its trailer or a fourth object. */
export const samplePdf = (trailer = '', fourth = 'null'): Uint8Array => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
    fourth,
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Root 1 0 R /Size 5 ${trailer} >>\n`
  return new Uint8Array(Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`, 'latin1'))
}
