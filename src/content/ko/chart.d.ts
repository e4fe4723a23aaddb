import type { chart as english } from '../en/chart.js';
export declare const chart: Record<keyof typeof english, string>;
