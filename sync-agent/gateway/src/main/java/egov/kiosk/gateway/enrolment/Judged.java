package egov.kiosk.gateway.enrolment;

import egov.kiosk.domain.enrolment.EnrolmentRefusal;
import egov.kiosk.enrolment.message.CodeKeys;
import java.util.Optional;

/** What a look into the book came to; thrown only after the book was kept. */
@SuppressWarnings("ArrayRecordComponent")
record Judged(Optional<EnrolmentRefusal> refusal, CodeRecord code, CodeKeys keys, byte[] given) {
  static Judged refused(EnrolmentRefusal why) {
    return new Judged(Optional.of(why), null, null, new byte[0]);
  }

  static Judged good(CodeRecord code, CodeKeys keys) {
    return new Judged(Optional.empty(), code, keys, new byte[0]);
  }

  Judged with(byte[] answer) {
    return new Judged(Optional.empty(), code, keys, answer);
  }

  CodeKeys get() throws RefusedTurn {
    check();
    return keys;
  }

  byte[] answer() throws RefusedTurn {
    check();
    return given.clone();
  }

  private void check() throws RefusedTurn {
    if (refusal.isPresent()) {
      throw new RefusedTurn(refusal.get());
    }
  }
}
