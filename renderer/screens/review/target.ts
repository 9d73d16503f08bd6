import type { Stop } from './trails.ts';

/** Where both sides should be. `from` tells which side chose it: that side stays still. */
export interface Target { stop: Stop; from: 'left' | 'result' }
