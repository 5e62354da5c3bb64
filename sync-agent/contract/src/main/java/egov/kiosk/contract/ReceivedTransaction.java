package egov.kiosk.contract;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A transaction that came in: {@code egov.kiosk.domain.transaction.Transaction} without the kiosk's
 * catalogue entry behind it.
 *
 * @param id end-to-end identity
 * @param kioskId the device that accepted it
 * @param localNumber the provisional number the citizen took home
 * @param acceptedAt when the citizen confirmed it, by the device's clock
 * @param itemCode the service item
 * @param itemVersion the edition of its catalogue entry
 * @param citizen the citizen, with an empty portrait; empty for anonymous items
 * @param consents the answers to the wordings shown
 * @param form the answers by question id
 * @param enclosed what goes with it; only attachments named here, by digest, belong to it
 */
public record ReceivedTransaction(
    TransactionId id,
    String kioskId,
    LocalNumber localNumber,
    Instant acceptedAt,
    String itemCode,
    String itemVersion,
    Optional<VerifiedCitizen> citizen,
    List<Consent> consents,
    Map<String, String> form,
    Enclosed enclosed)
    implements ReceivedMessage {

  public ReceivedTransaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(localNumber, "localNumber");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    Objects.requireNonNull(itemCode, "itemCode");
    Objects.requireNonNull(itemVersion, "itemVersion");
    Objects.requireNonNull(citizen, "citizen");
    consents = List.copyOf(consents);
    Objects.requireNonNull(enclosed, "enclosed");
    form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
  }

  @Override
  public String toString() {
    return "ReceivedTransaction[" + id + " " + itemCode + " from " + kioskId + "]";
  }
}
