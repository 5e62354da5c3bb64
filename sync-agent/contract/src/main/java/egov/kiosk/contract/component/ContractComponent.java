package egov.kiosk.contract.component;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;
import org.osgi.service.component.annotations.Component;

/** Offers the message codec; nothing to configure. */
@Component(service = MessageCodec.class)
public final class ContractComponent implements MessageCodec {
  private final MessageCodec codec = new CanonicalMessageCodec();

  @Override
  public byte[] encode(Transaction transaction) {
    return codec.encode(transaction);
  }

  @Override
  public byte[] encode(Rating rating) {
    return codec.encode(rating);
  }

  @Override
  public byte[] encode(PlatformReceipt receipt) {
    return codec.encode(receipt);
  }

  @Override
  public PlatformReceipt decodeReceipt(byte[] bytes) throws MalformedMessageException {
    return codec.decodeReceipt(bytes);
  }
}
