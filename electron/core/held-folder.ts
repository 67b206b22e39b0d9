import { join } from 'node:path';

/** What a core leaves for whoever else comes to its data folder: known to the command line that serves and to the shell. */

/** The exit code when another core holds the folder: then the shell opens a window on that one. */
export const CORE_HELD = 3;

/** The file beside the data in which the running core says where it is. */
export const addressFile = (dataFolder: string): string => join(dataFolder, 'core.json');
