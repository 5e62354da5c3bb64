package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentGiver;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One citizen's request, complete (办件): who, what, with which answers and consents. Its constructor
 * refuses what the service item's policy does not allow, so a transaction that exists may be
 * sealed.
 *
 * @param id end-to-end identity
 * @param kioskId the device that accepts it, equal to the common name of its certificate
 * @param localNumber the provisional number the citizen gets
 * @param acceptedAt when the citizen confirmed it, by this device's clock
 * @param item the service item
 * @param citizen the citizen; empty only for items of level {@link IdentityLevel#NONE}
 * @param consents the answers to the wordings shown, one a purpose; refused and withdrawn ones too
 * @param form the form
 */
public record Transaction(
    TransactionId id,
    String kioskId,
    LocalNumber localNumber,
    Instant acceptedAt,
    ServiceItem item,
    Optional<VerifiedCitizen> citizen,
    List<Consent> consents,
    FormData form) {

  public Transaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(localNumber, "localNumber");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(citizen, "citizen");
    consents = List.copyOf(consents);
    Objects.requireNonNull(form, "form");
    if (item.offlineClass() == OfflineClass.LOCAL) {
      throw new IllegalArgumentException("a LOCAL item makes no transaction");
    }
    IdentityLevel level = citizen.map(VerifiedCitizen::level).orElse(IdentityLevel.NONE);
    if (level.compareTo(item.identityLevel()) < 0) {
      throw new IllegalArgumentException(
          "item needs identity level " + item.identityLevel() + ", got " + level);
    }
    if (level != IdentityLevel.NONE && !gave(consents, ConsentPurpose.DATA)) {
      throw new IllegalArgumentException("personal data needs a DATA consent");
    }
    if (citizen.flatMap(VerifiedCitizen::face).isPresent()
        && !gave(consents, ConsentPurpose.FACE)) {
      throw new IllegalArgumentException("a face comparison needs a separate FACE consent");
    }
    if (citizen.map(known -> known.card().needsGuardianAt(acceptedAt)).orElse(false)) {
      requireGuardian(citizen.get(), consents);
    }
  }

  private static void requireGuardian(VerifiedCitizen child, List<Consent> consents) {
    if (child.face().isPresent()) {
      throw new IllegalArgumentException("no face of a holder under fourteen is compared");
    }
    boolean agreed =
        consents.stream()
            .anyMatch(
                consent ->
                    consent.purpose() == ConsentPurpose.DATA
                        && consent.given()
                        && consent.by() == ConsentGiver.GUARDIAN);
    if (!agreed || child.staff().isEmpty()) {
      throw new IllegalArgumentException("a holder under fourteen needs a guardian's consent");
    }
  }

  private static boolean gave(List<Consent> consents, ConsentPurpose purpose) {
    return consents.stream().anyMatch(consent -> consent.purpose() == purpose && consent.given());
  }

  @Override
  public String toString() {
    return "Transaction[" + id + " " + item.code() + "]";
  }
}
