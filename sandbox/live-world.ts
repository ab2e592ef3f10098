import type { Player } from './player';
import type { World } from './world';

/** How often the clock is moved on, in real milliseconds. */
const TICK_MS = 100;
/** A tick may take this long; time that cannot be played by then is let go. */
const MAX_TICK_MS = 1_500;

/** A world whose clock runs: people act, events arrive, schedules strike, as fast as one likes. */
export class LiveWorld {
  readonly #world: World;
  readonly #player: Player | null;
  readonly #elapsedMs: () => number;
  #speed = 0;
  #tickedAtMs: number;
  #timer: NodeJS.Timeout | null = null;
  /** Advances run one after another, whoever asks for them. */
  #work: Promise<void> = Promise.resolve();
  #isAdvancing = false;

  /** @param elapsedMs - real milliseconds since any fixed moment */
  constructor(world: World, player: Player | null, elapsedMs: () => number) {
    this.#world = world;
    this.#player = player;
    this.#elapsedMs = elapsedMs;
    this.#tickedAtMs = elapsedMs();
  }

  nowMs(): number {
    return this.#world.clock.now();
  }

  /** Simulated seconds a real second; 0 stands still. */
  speed(): number {
    return this.#speed;
  }

  setSpeed(perSecond: number): void {
    if (!Number.isFinite(perSecond) || perSecond < 0) {
      throw new Error(`speed: give a number of simulated seconds a second, 0 or more`);
    }
    this.#speed = perSecond;
    this.#tickedAtMs = this.#elapsedMs();
    this.#timer ??= setInterval(() => {
      this.#tick();
    }, TICK_MS);
  }

  jumpMs(ms: number): Promise<void> {
    return this.advanceTo(this.nowMs() + ms);
  }

  /** Plays everything up to `atMs`, in the order in which it happens. */
  advanceTo(atMs: number): Promise<void> {
    const advanced = this.#work.then(() => this.#play(atMs, Number.POSITIVE_INFINITY));
    this.#work = advanced.catch(() => undefined);
    return advanced;
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#work;
    await this.#world.host.close();
  }

  #tick(): void {
    const realMs = this.#elapsedMs();
    const passedMs = (realMs - this.#tickedAtMs) * this.#speed;
    if (this.#isAdvancing || passedMs <= 0) return;
    this.#tickedAtMs = realMs;
    this.#isAdvancing = true;
    this.#work = this.#work
      .then(() => this.#play(Math.floor(this.nowMs() + passedMs), realMs + MAX_TICK_MS))
      .finally(() => {
        this.#isAdvancing = false;
      });
  }

  async #play(atMs: number, untilRealMs: number): Promise<void> {
    const { host, clock } = this.#world;
    for (;;) {
      const playerMs = this.#player?.nextDueMs() ?? Number.POSITIVE_INFINITY;
      const hostMs = host.nextDueMs() ?? Number.POSITIVE_INFINITY;
      const nextMs = Math.min(playerMs, hostMs);
      if (nextMs > atMs) break;
      if (this.#elapsedMs() > untilRealMs) return;
      if (playerMs <= hostMs) {
        if (playerMs > clock.now()) clock.moveTo(playerMs);
        await this.#player?.playDue(clock.now());
      } else {
        await host.runNext();
      }
    }
    if (atMs > clock.now()) clock.moveTo(atMs);
  }
}
