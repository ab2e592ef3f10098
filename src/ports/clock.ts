import type { EpochMs } from '../domain/time';

export interface Clock {
  now(): EpochMs;
}
