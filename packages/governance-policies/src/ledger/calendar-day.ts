import { z } from 'zod';

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** Whether a text is a day of the calendar: `2026-12-31`. */
export function isCalendarDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

/** From one day to another, negative where the other lies before it; both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_A_DAY;
}

/** The day so many days after another; both YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
