/** What a colour means: late (seal), due today (amber), going well (pine), nothing to say. */
export type Tone = 'late' | 'today' | 'ok' | 'plain';
