/** PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair; one character stands for one, so that spans stay. */
export const storable = <T>(read: T): T =>
  JSON.parse(
    JSON.stringify(read, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', ' ').toWellFormed() : value)),
  ) as T
