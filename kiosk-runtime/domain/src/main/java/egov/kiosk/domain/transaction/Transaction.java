package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentGiver;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.Liveness;
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
 * @param enclosed what goes with it: materials, signature
 */
public record Transaction(
    TransactionId id,
    String kioskId,
    LocalNumber localNumber,
    Instant acceptedAt,
    ServiceItem item,
    Optional<VerifiedCitizen> citizen,
    List<Consent> consents,
    FormData form,
    Enclosed enclosed) {

  /** A transaction with nothing but its form. */
  public Transaction(
      TransactionId id,
      String kioskId,
      LocalNumber localNumber,
      Instant acceptedAt,
      ServiceItem item,
      Optional<VerifiedCitizen> citizen,
      List<Consent> consents,
      FormData form) {
    this(id, kioskId, localNumber, acceptedAt, item, citizen, consents, form, Enclosed.NOTHING);
  }

  public Transaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(localNumber, "localNumber");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(citizen, "citizen");
    consents = List.copyOf(consents);
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(enclosed, "enclosed");
    if (item.offlineClass() == OfflineClass.LOCAL) {
      throw new IllegalArgumentException("a LOCAL item makes no transaction");
    }
    if (item.signed() != enclosed.assent().isPresent()) {
      throw new IllegalArgumentException("what is to be signed is signed or confirmed");
    }
    requireMaterials(item, enclosed);
    IdentityLevel level = citizen.map(VerifiedCitizen::level).orElse(IdentityLevel.NONE);
    if (level.compareTo(item.identityLevel()) < 0) {
      throw new IllegalArgumentException(
          "item needs identity level " + item.identityLevel() + ", got " + level);
    }
    if (item.identityLevel() != IdentityLevel.NONE
        && !item.profile().entries().contains(citizen.orElseThrow().shown().kind())) {
      throw new IllegalArgumentException("what the citizen showed is not taken for this item");
    }
    if (item.identityLevel() == IdentityLevel.VERIFIED) {
      requireWay(item.profile().verification(), citizen.orElseThrow());
    }
    if (level != IdentityLevel.NONE && !gave(consents, ConsentPurpose.DATA)) {
      throw new IllegalArgumentException("personal data needs a DATA consent");
    }
    if (citizen.flatMap(VerifiedCitizen::face).isPresent()
        && !gave(consents, ConsentPurpose.FACE)) {
      throw new IllegalArgumentException("a face comparison needs a separate FACE consent");
    }
    if (!enclosed.licences().isEmpty() && !gave(consents, ConsentPurpose.RETRIEVAL)) {
      throw new IllegalArgumentException("a licence needs a RETRIEVAL consent");
    }
    if (citizen.map(known -> known.shown().needsGuardianAt(acceptedAt)).orElse(false)) {
      requireGuardian(citizen.get(), consents);
    }
  }

  /** Each required paper is enclosed, stood for, or will be brought where the item allows it. */
  private static void requireMaterials(ServiceItem item, Enclosed enclosed) {
    for (Material material : item.materials()) {
      boolean later = enclosed.broughtLater().contains(material.id());
      boolean here =
          enclosed.enclosures().stream()
                  .anyMatch(enclosure -> enclosure.name().matches(material.id() + "-[0-9]{1,2}"))
              || enclosed.licences().stream().anyMatch(proof -> stands(proof, material));
      if (later && !material.later() || material.required() && !here && !later) {
        throw new IllegalArgumentException("material " + material.id() + " is missing");
      }
    }
  }

  private static boolean stands(LicenceProof proof, Material material) {
    return proof.material().equals(material.id())
        && material.licence().filter(proof.type()::equals).isPresent();
  }

  /** Staff are enough everywhere; a face alone only where the item says so. */
  private static void requireWay(Verification way, VerifiedCitizen known) {
    boolean live = known.face().filter(match -> match.liveness() == Liveness.PASSED).isPresent();
    boolean enough =
        switch (way) {
          case FACE_OR_STAFF -> true;
          case LIVE_FACE_OR_STAFF, CHALLENGED_FACE_OR_STAFF -> live || known.staff().isPresent();
          case STAFF_ONLY -> known.staff().isPresent();
        };
    if (!enough) {
      throw new IllegalArgumentException("item needs the citizen verified as " + way);
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
