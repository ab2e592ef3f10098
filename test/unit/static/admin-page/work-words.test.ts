import type { Job } from '../../../../src/ports/job-queue';
import { workWords } from '../../../../static/admin-page/work-words';
import { FORMATS } from '../builders';

/** A new kind of job does not compile before it stands here. */
const JOBS: Readonly<Record<Job['kind'], true>> = {
  'backfill-desk': true,
  'rescore-tickets': true,
  'settle-tickets': true,
  'match-runs': true,
  'refresh-rollups': true,
  'refresh-desk': true,
  'preview-definition': true,
  'hand-off': true,
  'export-feedback': true,
  'read-pushed': true,
  'compare-with-source': true,
  'forget-desk': true,
};

describe('workWords', () => {
  it.each(['sync-desks', ...Object.keys(JOBS)])('calls %s by words of its own', (work) => {
    expect(workWords(work, FORMATS.t)).not.toBe(work);
  });

  it("leaves the app's own name to work that it does not know", () => {
    expect(workWords('something-new', FORMATS.t)).toBe('something-new');
  });
});
