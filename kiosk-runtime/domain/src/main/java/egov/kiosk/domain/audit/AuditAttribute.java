package egov.kiosk.domain.audit;

import java.util.Locale;

/** The few things a record may say beyond who, what and how; each a word or a number. */
public enum AuditAttribute {
  /** Why, one word of a closed list. */
  REASON(false),
  /** The service item. */
  ITEM(false),
  /** A component, bundle or part. */
  COMPONENT(false),
  /** What kind of order or command. */
  COMMAND(false),
  /** The version of the program, a rule or a face pack. */
  RELEASE(false),
  /** In which range a score lay, e.g. {@code high}; never the score of a person. */
  BAND(false),
  /** The rule of retention that was followed. */
  RULE(false),
  /** The first day something is about, such as {@code 2026-11-01}. */
  FROM(false),
  /** The last day something is about. */
  TO(false),
  /** What kind of thing a citizen showed to say who they are, e.g. {@code id-card}. */
  ENTRY(false),
  /** How many. */
  COUNT(true),
  /** The revision of an order or of settings. */
  REVISION(true),
  /** How many bytes. */
  BYTES(true),
  /** How many seconds. */
  SECONDS(true),
  /** A place in the queue. */
  PLACE(true);

  private final boolean number;

  AuditAttribute(boolean number) {
    this.number = number;
  }

  /** Whether it is a number; otherwise it is a word. */
  public boolean number() {
    return number;
  }

  /** As the log writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
