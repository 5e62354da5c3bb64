package egov.kiosk.platform.books;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.ReceivedTransaction;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.store.Accepted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens again what kiosks handed in, one look at a time; for the few of a development platform. */
final class ReceivedPapers {
  private final JournalStore store;
  private final GatewayKeys keys;
  private final CanonicalMessageCodec codec = new CanonicalMessageCodec();

  ReceivedPapers(JournalStore store, GatewayKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /** A transaction and what was noted when it came. */
  record Filed(Accepted noted, ReceivedTransaction transaction) {}

  /** The transaction with exactly this acceptance number. */
  Optional<Filed> numbered(String number) throws IOException {
    for (Accepted accepted : store.accepted()) {
      if (accepted.acceptanceNumber().filter(number::equals).isPresent()) {
        return open(accepted);
      }
    }
    return Optional.empty();
  }

  /** What was handed in later for exactly this acceptance number, oldest first. */
  List<Filed> supplements(String number, String itemCode) throws IOException {
    List<Filed> found = new ArrayList<>();
    for (Accepted accepted : store.accepted()) {
      if (accepted.kind() == MessageKind.ITEM && accepted.itemCode().equals(itemCode)) {
        open(accepted)
            .filter(filed -> number.equals(filed.transaction().form().get("reference")))
            .filter(filed -> !filed.transaction().enclosed().enclosures().isEmpty())
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Filed> open(Accepted accepted) throws IOException {
    Optional<byte[]> envelope = store.envelope(accepted.id());
    if (envelope.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] content = keys.opener().open(envelope.get()).content();
      return codec.decode(content) instanceof ReceivedTransaction transaction
          ? Optional.of(new Filed(accepted, transaction))
          : Optional.empty();
    } catch (CryptoException | MalformedMessageException e) {
      throw new IOException("what was taken cannot be opened again");
    }
  }
}
