package egov.kiosk.idcardreader.sdt;

import java.util.Optional;

/**
 * What one attempt brought: an answer of the module, or the reason why there is none.
 *
 * @param reply the answer
 * @param trouble null exactly when there is an answer
 */
record Answer(Optional<SdtReply> reply, Trouble trouble) {
  static Answer of(SdtReply reply) {
    return new Answer(Optional.of(reply), null);
  }

  static Answer of(Trouble trouble) {
    return new Answer(Optional.empty(), trouble);
  }

  boolean wantsResend() {
    return reply.map(one -> one.status().worthResending()).orElse(true);
  }

  String reason() {
    return reply.map(one -> "the module says " + one.status()).orElseGet(() -> trouble.text());
  }
}
