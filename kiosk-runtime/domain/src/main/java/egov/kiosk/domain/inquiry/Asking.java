package egov.kiosk.domain.inquiry;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a citizen who waits wants to know. Personal data: printed by no {@code toString}.
 *
 * @param purpose what kind of question it is
 * @param itemCode the service item it is asked for
 * @param itemVersion the edition of its catalogue entry
 * @param citizen who asks, as far as that is known
 * @param consents the answers to the wordings shown
 * @param parameters what exactly, by name: at most 40, each 1 to 2048 characters
 */
public record Asking(
    Purpose purpose,
    String itemCode,
    String itemVersion,
    Optional<VerifiedCitizen> citizen,
    List<Consent> consents,
    Map<String, String> parameters) {
  private static final int MOST = 40;
  private static final int LONGEST = 2048;

  /** Kinds of questions. Persist names, never ordinals. */
  public enum Purpose {
    /** What the books say about the citizen (在线查询); the form's answers are the parameters. */
    INQUIRY,
    /** How far an application is (办件进度): {@code reference}, and {@code phone} without a card. */
    PROGRESS,
    /** Fields and licences (数据调用): {@code fields} and {@code licences}, with commas between. */
    RETRIEVAL,
    /** A photo from a telephone (手机传): {@code step}, and then {@code code} and {@code part}. */
    HANDOVER,
    /** Whose a code on a telephone is (亮码): {@code code} its kind, {@code token}; good once. */
    ENTRY
  }

  public Asking {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(citizen, "citizen");
    consents = List.copyOf(consents);
    parameters = Map.copyOf(parameters);
    if (!itemCode.matches("[A-Za-z0-9-]{1,64}") || !itemVersion.matches("[A-Za-z0-9.-]{1,32}")) {
      throw new IllegalArgumentException("a question is asked for an item and its version");
    }
    if (parameters.size() > MOST) {
      throw new IllegalArgumentException("a question has at most 40 parameters");
    }
    parameters.forEach(Asking::check);
  }

  private static void check(String name, String value) {
    if (!name.matches("[a-z][A-Za-z0-9]{0,31}") || value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a parameter has a short name and 1 to 2048 characters");
    }
  }

  @Override
  public String toString() {
    return "Asking[" + purpose + " " + itemCode + "]";
  }
}
