package egov.kiosk.domain.citizen;

import java.util.Objects;
import java.util.Optional;

/**
 * A citizen whose identity was established, and how. Can only be made from evidence that suffices,
 * so that whatever needs one cannot be reached without it: no face without the portrait it was
 * compared with. Immutable.
 */
public final class VerifiedCitizen {
  private final Credential shown;
  private final IdentityLevel level;
  private final Optional<FaceMatch> face;
  private final Optional<StaffCheck> staff;

  private VerifiedCitizen(
      Credential shown, IdentityLevel level, Optional<FaceMatch> face, Optional<StaffCheck> staff) {
    this.shown = Objects.requireNonNull(shown, "shown");
    this.level = level;
    this.face = face;
    this.staff = staff;
  }

  /** The card alone, or the code in its place; enough for items of {@link IdentityLevel#CARD}. */
  public static VerifiedCitizen byCard(Credential shown) {
    return new VerifiedCitizen(shown, IdentityLevel.CARD, Optional.empty(), Optional.empty());
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
   * Identity card and staff: the equal way, recorded as such.
   *
   * @param match the face comparison that came before, when there was one, kept as evidence
   */
  public static VerifiedCitizen byStaff(IdCard card, StaffCheck check, Optional<FaceMatch> match) {
    return new VerifiedCitizen(card, IdentityLevel.VERIFIED, match, Optional.of(check));
  }

  /**
   * Anything else and staff, as for a child whose guardian they saw. What was shown has no portrait
   * the citizen could be compared with, so it stays at {@link IdentityLevel#CARD}.
   */
  public static VerifiedCitizen byStaff(Credential shown, StaffCheck check) {
    return shown instanceof IdCard card
        ? byStaff(card, check, Optional.empty())
        : new VerifiedCitizen(shown, IdentityLevel.CARD, Optional.empty(), Optional.of(check));
  }

  /** What was shown: whose it is, is who the citizen is. */
  public Credential shown() {
    return shown;
  }

  public IdentityLevel level() {
    return level;
  }

  /** The face comparison that was made, if one was; then an identity card was shown. */
  public Optional<FaceMatch> face() {
    return face;
  }

  /** The staff check, when the citizen took the way without a face. */
  public Optional<StaffCheck> staff() {
    return staff;
  }
}
