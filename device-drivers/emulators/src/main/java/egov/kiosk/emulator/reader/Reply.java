package egov.kiosk.emulator.reader;

import java.util.Optional;

/**
 * One answer of the module.
 *
 * @param frame the whole frame, sent at the rate in force
 * @param nextBaud the rate to switch to after the frame has gone, if any
 */
record Reply(byte[] frame, Optional<Baud> nextBaud) {

  static Reply of(Status status, byte[]... parts) {
    return new Reply(AnswerFrame.of(status, parts), Optional.empty());
  }
}
