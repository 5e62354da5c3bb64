package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.CredentialKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an item says of itself beyond what every item says. An item that says nothing is {@link
 * #PLAIN}.
 *
 * @param verification how the citizen is verified, when the item's level asks for it
 * @param listing how it is found
 * @param outcome what the citizen takes home
 * @param payment where the payment goes on, for {@link OutcomeKind#PAYMENT} only
 * @param patience seconds a page waits before it asks whether somebody is there, by the page's
 *     word, 10 to 900; pages left out keep the kiosk's own times
 * @param bundle codes of the items done together in this one (一件事), at least two; empty for an
 *     ordinary item
 * @param jurisdiction whose matter it is, where that is not plain from the place
 * @param ages of which ages the card's holder must be
 * @param entries what the citizen may show, where the item's level asks for anything; always the
 *     identity card, and others only where {@link ServiceItem} allows them
 */
public record ItemProfile(
    Verification verification,
    Listing listing,
    OutcomeKind outcome,
    Optional<PaymentHandover> payment,
    Map<String, Integer> patience,
    List<String> bundle,
    Optional<Jurisdiction> jurisdiction,
    AgeLimits ages,
    Set<CredentialKind> entries) {
  /** What every item takes. */
  public static final Set<CredentialKind> ID_CARD = Set.of(CredentialKind.ID_CARD);

  /** What most items are. */
  public static final ItemProfile PLAIN =
      new ItemProfile(
          Verification.FACE_OR_STAFF,
          Listing.NONE,
          OutcomeKind.SLIP,
          Optional.empty(),
          Map.of(),
          List.of(),
          Optional.empty());

  private static final int SHORTEST = 10;
  private static final int LONGEST = 900;

  public ItemProfile {
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(listing, "listing");
    Objects.requireNonNull(outcome, "outcome");
    patience = Map.copyOf(patience);
    bundle = List.copyOf(bundle);
    Objects.requireNonNull(jurisdiction, "jurisdiction");
    Objects.requireNonNull(ages, "ages");
    entries = Set.copyOf(entries);
    refuse(
        !entries.contains(CredentialKind.ID_CARD),
        "entries",
        "the identity card is always among the entries");
    refuse(
        (outcome == OutcomeKind.PAYMENT) != payment.isPresent(),
        "payment",
        "an output PAYMENT has a payment, and no other has one");
    refuse(
        patience.values().stream().anyMatch(seconds -> seconds < SHORTEST || seconds > LONGEST),
        "timeouts",
        "a page waits 10 to 900 seconds");
    refuse(
        bundle.size() == 1 || bundle.stream().distinct().count() != bundle.size(),
        "bundle",
        "a bundle names at least two items, each once");
  }

  /** An item for every age, entered by the identity card. */
  public ItemProfile(
      Verification verification,
      Listing listing,
      OutcomeKind outcome,
      Optional<PaymentHandover> payment,
      Map<String, Integer> patience,
      List<String> bundle,
      Optional<Jurisdiction> jurisdiction) {
    this(
        verification,
        listing,
        outcome,
        payment,
        patience,
        bundle,
        jurisdiction,
        AgeLimits.NONE,
        ID_CARD);
  }

  /** The same profile for other entries. */
  public ItemProfile entered(Set<CredentialKind> by) {
    return new ItemProfile(
        verification, listing, outcome, payment, patience, bundle, jurisdiction, ages, by);
  }

  private static void refuse(boolean wrong, String member, String reason) {
    if (wrong) {
      throw new MemberRefusedException(member, reason);
    }
  }
}
