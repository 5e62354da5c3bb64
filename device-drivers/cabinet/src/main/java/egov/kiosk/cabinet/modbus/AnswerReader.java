package egov.kiosk.cabinet.modbus;

import java.util.Arrays;
import java.util.Optional;

/**
 * Takes the bytes that follow a request and says when they are its answer. Bytes that cannot begin
 * it are skipped, so that noise before an answer does no harm; a board's bytes are never believed
 * without their check. Pure; one for each request.
 */
final class AnswerReader {
  /** What came of a request. */
  sealed interface Outcome {
    /** The data bytes of a reading request; empty after writing. */
    record Data(byte[] bytes) implements Outcome {}

    /** The board refuses, with its reason (clause 7). */
    record Refusal(int exception) implements Outcome {}
  }

  private static final int LONGEST = 256;
  private static final int EXCEPTION = 0x80;
  private static final int EXCEPTION_LENGTH = 5;
  private static final int ECHO_LENGTH = 8;

  private final int unit;
  private final Request request;
  private final byte[] frame;
  private final byte[] heard = new byte[LONGEST];
  private int length;
  private boolean noise;

  AnswerReader(int unit, Request request) {
    this.unit = unit;
    this.request = request;
    this.frame = request.frame(unit);
  }

  /** Takes one byte; present when it completed the answer. */
  Optional<Outcome> accept(byte one) {
    if (length == heard.length) {
      skip();
    }
    heard[length++] = one;
    while (length > 0) {
      int wanted = wanted();
      if (wanted > length) {
        return Optional.empty();
      }
      if (wanted > 0 && Crc16.of(heard, wanted) == 0) {
        return Optional.of(outcome());
      }
      skip();
    }
    return Optional.empty();
  }

  /** Whether bytes came that are no part of the answer. */
  boolean noise() {
    return noise || length > 0;
  }

  /** The length of the answer that may begin here; 0 when none can. */
  private int wanted() {
    if ((heard[0] & 0xFF) != unit) {
      return 0;
    }
    if (length == 1) {
      return 2;
    }
    int function = heard[1] & 0xFF;
    if (function == (request.function() | EXCEPTION)) {
      return EXCEPTION_LENGTH;
    }
    if (function != request.function()) {
      return 0;
    }
    if (!request.reads()) {
      // The answer repeats the first six bytes of the request.
      int same = Math.min(length, 6);
      return Arrays.equals(heard, 0, same, frame, 0, same) ? ECHO_LENGTH : 0;
    }
    if (length == 2) {
      return 3;
    }
    return (heard[2] & 0xFF) == request.answerBytes()
        ? EXCEPTION_LENGTH + request.answerBytes()
        : 0;
  }

  private Outcome outcome() {
    if ((heard[1] & EXCEPTION) != 0) {
      return new Outcome.Refusal(heard[2] & 0xFF);
    }
    return new Outcome.Data(
        request.reads() ? Arrays.copyOfRange(heard, 3, 3 + request.answerBytes()) : new byte[0]);
  }

  private void skip() {
    noise = true;
    System.arraycopy(heard, 1, heard, 0, --length);
  }
}
