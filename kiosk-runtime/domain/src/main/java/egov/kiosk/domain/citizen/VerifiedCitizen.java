package egov.kiosk.domain.citizen;

import java.util.Objects;
import java.util.Optional;

/**
 * A citizen whose identity was established, and how. Can only be made from evidence that suffices,
 * so that whatever needs one cannot be reached without it. Immutable.
 */
public final class VerifiedCitizen {
  private final IdCard card;
  private final IdentityLevel level;
  private final Optional<FaceMatch> face;
  private final Optional<StaffCheck> staff;

  private VerifiedCitizen(
      IdCard card, IdentityLevel level, Optional<FaceMatch> face, Optional<StaffCheck> staff) {
    this.card = Objects.requireNonNull(card, "card");
    this.level = level;
    this.face = face;
    this.staff = staff;
  }

  /** The card alone; enough for items of level {@link IdentityLevel#CARD}. */
  public static VerifiedCitizen byCard(IdCard card) {
    return new VerifiedCitizen(card, IdentityLevel.CARD, Optional.empty(), Optional.empty());
  }

  /**
   * Card and face.
   *
   * @throws IllegalArgumentException when the match did not pass: such a citizen is not verified
   */
  public static VerifiedCitizen byFace(IdCard card, FaceMatch match) {
    if (match.outcome() != FaceOutcome.PASS) {
      throw new IllegalArgumentException("a face match that did not pass verifies nobody");
    }
    return new VerifiedCitizen(card, IdentityLevel.VERIFIED, Optional.of(match), Optional.empty());
  }

  /**
   * Card and staff: the equal way, recorded as such.
   *
   * @param match the face comparison that came before, when there was one, kept as evidence
   */
  public static VerifiedCitizen byStaff(IdCard card, StaffCheck check, Optional<FaceMatch> match) {
    return new VerifiedCitizen(card, IdentityLevel.VERIFIED, match, Optional.of(check));
  }

  public IdCard card() {
    return card;
  }

  public IdentityLevel level() {
    return level;
  }

  /** The face comparison that was made, if one was. */
  public Optional<FaceMatch> face() {
    return face;
  }

  /** The staff check, when the citizen took the way without a face. */
  public Optional<StaffCheck> staff() {
    return staff;
  }
}
