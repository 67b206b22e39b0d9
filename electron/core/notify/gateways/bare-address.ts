import { z } from 'zod';

/** A plain http(s) address. Credentials have fields of their own, so that addresses can be shown and logged. */
export const BareAddress = z.url({ protocol: /^https?$/ }).refine(
  (value) => {
    const url = URL.parse(value);
    return url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  },
  { message: 'only the address: user names and passwords have their own fields' },
);

/** The one address of this computer that is listened on. */
export const ListenHost = z
  .string()
  .min(1)
  .refine((host) => host !== '0.0.0.0' && host !== '::', { message: 'name the one address the gateway can reach' })
  .default('127.0.0.1');
