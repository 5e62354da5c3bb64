package egov.kiosk.emulator.reader;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits for moments of {@link System#nanoTime}: never early, late by microseconds on a quiet
 * machine. Sleeping alone comes back some fifty microseconds late, so the last stretch is spent
 * awake. An interrupt ends a wait at once and stays set.
 */
final class Metronome {
  private static final long AWAKE_NANOS = 80_000;

  private Metronome() {}

  static void waitUntil(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (left > AWAKE_NANOS) {
        LockSupport.parkNanos(left - AWAKE_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
