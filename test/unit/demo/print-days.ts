import { createHash } from 'node:crypto';

import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateHistory } from '../../../sandbox/demo/generate-history';

/** Run as a process of its own, with another time zone, by the determinism test. */
const scripts = generateHistory(DEMO_DESKS, { seed: 42, startDay: '2026-03-02', days: 75 });
process.stdout.write(createHash('sha256').update(JSON.stringify(scripts)).digest('hex'));
