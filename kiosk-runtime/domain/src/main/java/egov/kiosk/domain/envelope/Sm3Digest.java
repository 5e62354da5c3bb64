package egov.kiosk.domain.envelope;

/**
 * The hash SM3 (杂凑算法, GB/T 32905-2016), for rooms that must not know the library behind it. Safe
 * for use by several threads.
 */
@FunctionalInterface
public interface Sm3Digest {
  /** Bytes of a hash value. */
  int LENGTH = 32;

  /** Begins a hash over bytes that come piece by piece. */
  Running start();

  /** The hash of some bytes, 32 bytes. */
  default byte[] of(byte[] bytes) {
    Running running = start();
    running.update(bytes, 0, bytes.length);
    return running.finish();
  }

  /** A hash on its way. For one thread. */
  interface Running {
    /** Takes the next piece. */
    void update(byte[] bytes, int offset, int length);

    /** The hash of all pieces, 32 bytes. Nothing may be called afterwards. */
    byte[] finish();
  }
}
