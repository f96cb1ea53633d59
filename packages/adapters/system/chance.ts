/** A draw from [0, 1), for pauses that should not fall together; nothing that is kept depends on it. */
export const chance = (): number => Math.random();
