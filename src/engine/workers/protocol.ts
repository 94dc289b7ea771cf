/** What the pool sends to a worker. */
export type Task = { id: number; input: unknown }

/** What a worker sends back: `progress` as often as it likes, then one `done` or `failed`. */
export type Answer =
  | { id: number; kind: 'progress'; progress: unknown }
  | { id: number; kind: 'done'; output: unknown }
  | { id: number; kind: 'failed'; error: { name: string; message: string; fields: Record<string, unknown> } }
