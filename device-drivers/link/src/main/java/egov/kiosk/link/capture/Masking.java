package egov.kiosk.link.capture;

/**
 * What may be written down of a device's line. A driver knows its protocol, so it knows which bytes
 * are a citizen's: those it replaces, field by field, by stand-ins of the same length, so that the
 * capture still has the shape of what happened and can be played to the driver again. Whatever it
 * does not recognise it blots out: bytes that make no sense are often the rest of a card.
 *
 * <p>One for each recording; used by one thread at a time. It must not keep what it is shown.
 */
public interface Masking {
  /** Keeps lengths only: every byte becomes zero. For drivers that say nothing about theirs. */
  Masking EVERYTHING =
      new Masking() {
        @Override
        public byte[] sent(byte[] bytes) {
          return new byte[bytes.length];
        }

        @Override
        public byte[] received(byte[] sent, byte[] bytes) {
          return new byte[bytes.length];
        }
      };

  /**
   * What the driver sent in one go, as it may be written down.
   *
   * @param bytes all it sent until something came back; not to be changed
   * @return a new array of the same length
   */
  byte[] sent(byte[] bytes);

  /**
   * What came back, as it may be written down.
   *
   * @param sent what was sent before, unmasked; empty when the device spoke by itself
   * @param bytes all that came until the driver sent again or its call ended; not to be changed
   * @return a new array of the same length
   */
  byte[] received(byte[] sent, byte[] bytes);
}
