// Short signals, as [hertz, milliseconds] one after the other; 0 hertz is a pause. Only 390 to 1000 Hz: old ears
// lose what lies above first.
export const SOUNDS = {
  tap: [[880, 40]],
  ok: [[660, 90], [880, 90]],
  wrong: [[392, 250]],
  read: [[1000, 120]],
  take: [[1000, 120], [0, 80], [1000, 120]],
  second: [[700, 60]],
  called: [[523, 110], [659, 110], [784, 160]],
};
