import { z } from 'zod';

const eventSchema = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(900).optional(),
  concurrency: z.object({ key: z.string(), limit: z.int().positive() }).optional(),
});

export const pushSchema = z.object({
  queueName: z.string(),
  jobId: z.string().min(1),
  payload: z.array(eventSchema).min(1),
});

export const jobSchema = z.object({ queueName: z.string(), jobId: z.string() });

export type PushedEvent = z.infer<typeof eventSchema>;
export type PushRequest = z.infer<typeof pushSchema>;
export type JobRequest = z.infer<typeof jobSchema>;
