/** The templates that every township has. Apart from their rules, so that a phone need not carry them. */
import defaults from './default.json';
import type { Reply } from './reply';

// as wide as its type: JSON does not know our unions
export const REPLIES = defaults as readonly Reply[];
