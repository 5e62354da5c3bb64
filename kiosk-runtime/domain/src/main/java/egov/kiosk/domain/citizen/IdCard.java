package egov.kiosk.domain.citizen;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What one identity card says, whichever of the four layouts it has. Text is exactly as on the
 * card.
 *
 * @param layout which of the four layouts the card has
 * @param name the holder's name; for foreign residents the Chinese name when the card has one, else
 *     the English one
 * @param latinName the name in Latin letters, on foreign resident cards only
 * @param sex the holder's sex
 * @param nationality the two-digit nation code of GB/T 3304 (民族) on resident cards, the
 *     three-character country code of GB/T 2659 on foreign resident cards, empty otherwise
 * @param birthDate date of birth
 * @param address the printed address (住址), empty on layouts without one
 * @param number the document number
 * @param issuer the issuing authority (签发机关), empty on layouts without one
 * @param validFrom first day of validity
 * @param validUntil last day of validity; empty when valid for good (长期)
 * @param portrait the photo block, possibly empty
 */
public record IdCard(
    CardLayout layout,
    PersonName name,
    Optional<String> latinName,
    Sex sex,
    String nationality,
    LocalDate birthDate,
    String address,
    IdNumber number,
    String issuer,
    LocalDate validFrom,
    Optional<LocalDate> validUntil,
    Portrait portrait)
    implements Credential {

  public IdCard {
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(latinName, "latinName");
    Objects.requireNonNull(sex, "sex");
    Objects.requireNonNull(nationality, "nationality");
    Objects.requireNonNull(birthDate, "birthDate");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(validFrom, "validFrom");
    Objects.requireNonNull(validUntil, "validUntil");
    Objects.requireNonNull(portrait, "portrait");
    latinName.ifPresent(latin -> WholeText.requireWhole(latin, "latinName"));
    WholeText.requireWhole(nationality, "nationality");
    WholeText.requireWhole(address, "address");
    WholeText.requireWhole(issuer, "issuer");
  }

  @Override
  public CredentialKind kind() {
    return CredentialKind.ID_CARD;
  }

  @Override
  public boolean expiredOn(LocalDate day) {
    return validUntil.map(day::isAfter).orElse(false);
  }

  /** Wipes the portrait. */
  @Override
  public void close() {
    portrait.close();
  }

  @Override
  public String toString() {
    return "IdCard[" + layout + " " + name + " " + number + "]";
  }
}
