import type { WeatherMode } from '#shared/contract';

/**
 * The alerts that put a mode on by themselves, by the service's own names, those of before October 2024 among them. No
 * watches: they speak of days ahead, and the forecast of the next hours speaks for itself.
 */
export const ALERT_EVENTS: Readonly<Record<Exclude<WeatherMode, 'none'>, readonly string[]>> = {
  freeze: [
    'Freeze Warning',
    'Hard Freeze Warning',
    'Extreme Cold Warning',
    'Wind Chill Warning',
    'Cold Weather Advisory',
    'Wind Chill Advisory',
    'Winter Storm Warning',
    'Ice Storm Warning',
    'Blizzard Warning',
  ],
  heat: ['Extreme Heat Warning', 'Excessive Heat Warning', 'Heat Advisory'],
};
