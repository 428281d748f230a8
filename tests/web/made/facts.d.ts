// plan/export.py makes this module of the library.

export const STAGES: { id: string; name: string }[];
export const MINUTES_EACH: number;
export const LIFTED: number;
