package egov.kiosk.domain.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened. There is no free text in it: actions, results, roles and attributes are
 * closed lists, words are {@link AuditCode}s, numbers are below ten thousand million, the subject
 * is an opaque id. Immutable.
 */
public final class AuditEvent {
  private static final long LARGEST = 9_999_999_999L;

  private final AuditActor actor;
  private final AuditAction action;
  private final AuditResult result;
  private final AuditDataClass dataClass;
  private final AuditSubject subject;
  private final Map<AuditAttribute, Object> attributes;

  private AuditEvent(
      AuditActor actor,
      AuditAction action,
      AuditResult result,
      AuditDataClass dataClass,
      AuditSubject subject,
      Map<AuditAttribute, Object> attributes) {
    this.actor = actor;
    this.action = action;
    this.result = result;
    this.dataClass = dataClass;
    this.subject = subject;
    this.attributes = attributes;
  }

  /** Somebody did something, about nothing in particular. */
  public static AuditEvent of(AuditActor actor, AuditAction action, AuditResult result) {
    return new AuditEvent(
        Objects.requireNonNull(actor, "actor"),
        action,
        Objects.requireNonNull(result, "result"),
        action.dataClass(),
        AuditSubject.NONE,
        Map.of());
  }

  /** The same about something. */
  public AuditEvent about(AuditSubject about) {
    return new AuditEvent(
        actor, action, result, dataClass, Objects.requireNonNull(about, "about"), attributes);
  }

  /** The same, touching another class of data than such an action does as a rule. */
  public AuditEvent touching(AuditDataClass touched) {
    return new AuditEvent(
        actor, action, result, Objects.requireNonNull(touched, "touched"), subject, attributes);
  }

  /** The same with a word, e.g. a reason. */
  public AuditEvent with(AuditAttribute attribute, Enum<?> word) {
    return with(attribute, AuditCode.orOther(word.name()));
  }

  /** The same with a word; {@code attribute} is one of words. */
  public AuditEvent with(AuditAttribute attribute, AuditCode word) {
    return plus(attribute, false, word);
  }

  /** The same with a number, 0 to 9,999,999,999; one beyond is brought to the nearest. */
  public AuditEvent with(AuditAttribute attribute, long number) {
    return plus(attribute, true, Math.max(0, Math.min(LARGEST, number)));
  }

  private AuditEvent plus(AuditAttribute attribute, boolean number, Object value) {
    if (attribute.number() != number) {
      throw new IllegalArgumentException(attribute + " is of the other kind");
    }
    Map<AuditAttribute, Object> more = new EnumMap<>(AuditAttribute.class);
    more.putAll(attributes);
    more.put(attribute, value);
    return new AuditEvent(actor, action, result, dataClass, subject, more);
  }

  public AuditActor actor() {
    return actor;
  }

  public AuditAction action() {
    return action;
  }

  public AuditResult result() {
    return result;
  }

  public AuditDataClass dataClass() {
    return dataClass;
  }

  public AuditSubject subject() {
    return subject;
  }

  /** Words as {@link AuditCode}, numbers as {@link Long}; in the order of the list. */
  public Map<AuditAttribute, Object> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  @Override
  public String toString() {
    return action.word() + " " + result.word() + " by " + actor.role().word();
  }
}
