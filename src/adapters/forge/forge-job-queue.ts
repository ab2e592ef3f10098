import { Queue } from '@forge/events';

import type { Job, JobQueue } from '../../ports/job-queue';

/** Key of the queue in the manifest. */
const QUEUE_KEY = 'jobs';
const EVENTS_PER_PUSH = 50;

/** Jobs on Forge's queue. A job is its own event body. */
export function createForgeJobQueue(): JobQueue {
  return {
    async push(jobs: readonly Job[], { delayMs } = {}) {
      const queue = new Queue({ key: QUEUE_KEY });
      const delayInSeconds = Math.min(900, Math.ceil((delayMs ?? 0) / 1_000));
      for (let i = 0; i < jobs.length; i += EVENTS_PER_PUSH) {
        const events = jobs
          .slice(i, i + EVENTS_PER_PUSH)
          .map((job) => ({ body: { ...job }, delayInSeconds, ...turnOf(job) }));
        await queue.push(events);
      }
    },
  };
}

/**
 * Roll-ups of a desk are computed by one job at a time: two could overwrite each other's days. Two that
 * export would do the same work.
 */
function turnOf(job: Job) {
  switch (job.kind) {
    case 'refresh-desk':
    case 'refresh-rollups':
      return { concurrency: { key: `refresh:${job.deskId}`, limit: 1 } };
    case 'export-feedback':
      return { concurrency: { key: 'export-feedback', limit: 1 } };
    default:
      return {};
  }
}
