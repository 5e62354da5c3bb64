package egov.kiosk.bench.crypto;

import egov.kiosk.bench.SampleTransaction;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transaction whose bytes under the contract are of one length, reached by longer remarks. */
final class OneKibibyte {
  private static final List<FormQuestion> REMARKS = List.of(remark("remark1"), remark("remark2"));

  private final MessageCodec codec = new CanonicalMessageCodec();
  private final Transaction value;

  OneKibibyte(String kioskId, Instant now, int bytes) throws FormRejectedException {
    Transaction sample = SampleTransaction.make(kioskId, now);
    int without = codec.encode(withRemarks(sample, 2)).length - 2;
    if (without >= bytes) {
      throw new IllegalStateException("the sample alone has " + without + " bytes");
    }
    value = withRemarks(sample, bytes - without);
  }

  Transaction value() {
    return value;
  }

  MessageCodec codec() {
    return codec;
  }

  byte[] encoded() {
    return codec.encode(value);
  }

  private static FormQuestion remark(String name) {
    return new FormQuestion(
        name, "备注", "Remark", "", FieldKind.TEXT, true, 500, List.of(), Optional.empty());
  }

  /** Half of the letters in each remark. */
  private static Transaction withRemarks(Transaction sample, int letters)
      throws FormRejectedException {
    ServiceItem item = sample.item();
    return new Transaction(
        sample.id(),
        sample.kioskId(),
        sample.localNumber(),
        sample.acceptedAt(),
        new ServiceItem(
            item.code(),
            item.version(),
            item.name(),
            item.nameEnglish(),
            item.summary(),
            item.answerIn(),
            item.offlineClass(),
            item.identityLevel(),
            item.needs(),
            item.consents(),
            REMARKS,
            item.guide()),
        sample.citizen(),
        sample.consents(),
        FormData.of(
            REMARKS,
            Map.of(
                "remark1", "x".repeat(letters / 2), "remark2", "x".repeat(letters - letters / 2)),
            Optional.empty()));
  }
}
