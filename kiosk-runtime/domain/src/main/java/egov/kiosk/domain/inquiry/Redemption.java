package egov.kiosk.domain.inquiry;

import egov.kiosk.domain.citizen.CodeHolder;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the platform says to a code from a telephone: whose it is, or why it is nobody's. Travels as
 * the fields of an {@link InquiryAnswer}. Personal data: printed by no {@code toString}.
 *
 * @param holder whose it is; empty when it is refused
 * @param refusal why it is refused; empty when it is not
 */
public record Redemption(Optional<CodeHolder> holder, Optional<Refusal> refusal) {
  private static final String NAME = "name";
  private static final String NUMBER = "number";
  private static final String VALID_UNTIL = "validUntil";
  private static final String REFUSED = "refused";

  /** Why a code is nobody's. Persist names, never ordinals. */
  public enum Refusal {
    /** It counted before: a code is good once. */
    USED,
    /** Its minute is over. */
    EXPIRED,
    /** No code the platform knows. */
    UNKNOWN
  }

  public Redemption {
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(refusal, "refusal");
    if (holder.isPresent() == refusal.isPresent()) {
      throw new IllegalArgumentException("a code is somebody's or refused");
    }
  }

  /** Somebody's. */
  public static Redemption of(CodeHolder holder) {
    return new Redemption(Optional.of(holder), Optional.empty());
  }

  /** Nobody's. */
  public static Redemption refused(Refusal why) {
    return new Redemption(Optional.empty(), Optional.of(why));
  }

  /** As the platform sends it. */
  public InquiryAnswer answer() {
    Map<String, String> fields = new HashMap<>();
    holder.ifPresent(
        whose -> {
          fields.put(NAME, whose.name().value());
          fields.put(NUMBER, whose.number().value());
          whose.validUntil().ifPresent(day -> fields.put(VALID_UNTIL, day.toString()));
        });
    refusal.ifPresent(why -> fields.put(REFUSED, why.name()));
    return new InquiryAnswer(
        InquiryAnswer.NOTHING.rows(),
        "",
        fields,
        InquiryAnswer.NOTHING.licences(),
        InquiryAnswer.NOTHING.wanted(),
        AnswerFile.NONE);
  }

  /** As the kiosk reads it: whatever names nobody whole is a code nobody knows. */
  public static Redemption in(InquiryAnswer answer) {
    Map<String, String> fields = answer.fields();
    try {
      if (fields.containsKey(REFUSED)) {
        return refused(Refusal.valueOf(fields.get(REFUSED)));
      }
      return of(
          new CodeHolder(
              new PersonName(fields.getOrDefault(NAME, "")),
              IdNumber.of(fields.getOrDefault(NUMBER, "")),
              Optional.ofNullable(fields.get(VALID_UNTIL)).map(LocalDate::parse)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return refused(Refusal.UNKNOWN);
    }
  }

  @Override
  public String toString() {
    return "Redemption[" + refusal.map(Refusal::name).orElse("holder") + "]";
  }
}
