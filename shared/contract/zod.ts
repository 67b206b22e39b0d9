import { z } from 'zod';

// The console's page may not evaluate text as code (its content policy says so), and zod's compiled parsers do. Every
// schema of the contract is made after this line, because it imports `z` from here.
z.config({ jitless: true });

export { z };
