/** The code of a system or database error ("ENOENT", "57P01"); '' where the error has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** What the error says of itself. An attempt at several addresses fails with an empty message and a code alone. */
export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)) || errorCode(error) || 'không rõ nguyên nhân'
}
