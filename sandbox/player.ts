/** Something that acts on a world by itself as time passes. */
export interface Player {
  /** When it acts next; Infinity: never, as things stand. */
  nextDueMs(): number;
  /** Does everything that is due by `nowMs`, which must be the world's time. */
  playDue(nowMs: number): Promise<void>;
}

/** Several of them as one; others may join while they play. */
export class Players implements Player {
  readonly #players: Player[] = [];

  join(player: Player): void {
    this.#players.push(player);
  }

  nextDueMs(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#players.map((each) => each.nextDueMs()));
  }

  async playDue(nowMs: number): Promise<void> {
    for (const player of this.#players) {
      if (player.nextDueMs() <= nowMs) await player.playDue(nowMs);
    }
  }
}
