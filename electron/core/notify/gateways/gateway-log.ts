/**
 * Where a driver says what an administrator may want to know. Never numbers of residents or responders, never texts, never
 * credentials: fields are counts, codes and names of errors.
 */
export type GatewayLog = (
  level: 'info' | 'warn',
  message: string,
  fields?: Readonly<Record<string, string | number>>,
) => void;
