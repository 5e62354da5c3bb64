package egov.kiosk.domain.retention;

import static egov.kiosk.domain.audit.AuditDataClass.OPERATIONAL;
import static egov.kiosk.domain.audit.AuditDataClass.PERSONAL;
import static egov.kiosk.domain.audit.AuditDataClass.SECURITY;
import static egov.kiosk.domain.audit.AuditDataClass.SENSITIVE;

import egov.kiosk.domain.audit.AuditDataClass;
import java.util.List;

/**
 * Everything this kiosk keeps, each with its data class and its end (数据清单、分类分级、留存期限): a closed
 * list, from which the published table is made and with which the data directory of a run is
 * compared. Face data (人脸信息) is in it once, and never on a disk.
 */
public enum Holding {
  FACE_FRAMES(
      "R-01", SENSITIVE, Until.SESSION_END, 0, "camera frames, card portrait, face templates", ""),
  SESSION_DRAFT(
      "R-02", SENSITIVE, Until.SESSION_END, 0, "card, form and screen of the citizen there", ""),
  QUEUE_CONTENT(
      "R-03",
      SENSITIVE,
      Until.RECEIPT,
      0,
      "accepted messages, sealed for the platform; refused ones stay for a technician",
      "outbox/outbox.db*:bytes"),
  QUEUE_LABELS(
      "R-04",
      PERSONAL,
      Until.AGE,
      30,
      "settled messages: slip number, official number, item, order key, reason",
      "outbox/outbox.db*:box,local_number,labelled"),
  QUEUE_BOOKS(
      "R-05",
      OPERATIONAL,
      Until.DECOMMISSIONED,
      0,
      "settled messages: place, drawn id, digest, times, for reconciliation and against"
          + " doubles",
      "outbox/outbox.db*:sequence,id,kind,lane,sm3,length,queued_at,attempts,filed,state,"
          + "retries,settled_at,issued_at,seal,first,last,noted_at,since"),
  QUEUE_SET_ASIDE(
      "R-06",
      SENSITIVE,
      Until.AGE,
      90,
      "damaged queue files and the queue from before its last renewal, sealed content; kept while"
          + " any place is missing",
      "outbox/quarantine/**,outbox/former.db*"),
  QUEUE_INCIDENTS(
      "R-07",
      OPERATIONAL,
      Until.DEALT_WITH,
      0,
      "what happened to the queue, by place",
      "outbox/incidents.txt,outbox/untold/**,outbox/salvage*,outbox/check-in-full,outbox/without-keys,outbox/reserve*,"
          + "outbox/high-water*,outbox/*.lock,outbox/lock"),
  ATTACHMENTS(
      "R-08",
      SENSITIVE,
      Until.RECEIPT,
      0,
      "scans and photos, in encrypted chunks",
      "attachments/**"),
  AUDIT_RECORDS(
      "R-09",
      SECURITY,
      Until.OWN_AGE,
      184,
      "who did what, when; no personal data; only once a signed head went to the platform",
      "audit/**"),
  ORDER_LINES(
      "R-10",
      OPERATIONAL,
      Until.AGE,
      184,
      "one line for each order of the platform",
      "audit/commands.log"),
  ORDERS(
      "R-11",
      OPERATIONAL,
      Until.REPLACED,
      0,
      "the platform's newest settings, items and commands with their answers",
      "downlink/**,catalogue/**"),
  PROGRESS(
      "R-21",
      OPERATIONAL,
      Until.AGE,
      30,
      "the platform's last word on each application, by an id drawn here",
      "progress/**"),
  PROGRAM_LOG(
      "R-12",
      OPERATIONAL,
      Until.OWN_AGE,
      30,
      "lines of the program; no personal data; 200 MB at most",
      "log/**"),
  BOOKS("R-13", OPERATIONAL, Until.REPLACED, 0, "which days were closed", "books/**"),
  DESK("R-14", OPERATIONAL, Until.REPLACED, 0, "whether the kiosk is locked", "desk/**"),
  KEYS(
      "R-15",
      SECURITY,
      Until.DECOMMISSIONED,
      0,
      "keys, certificates, revocation lists",
      "keys/**,custody/**"),
  REST_KEYS(
      "R-20",
      SECURITY,
      Until.REPLACED,
      0,
      "wrapped keys of what is encrypted on this disk, until nothing needs them",
      "rest-keys/**"),
  RUN_FILES(
      "R-16",
      SECURITY,
      Until.REPLACED,
      0,
      "port and tokens of the local interface, drawn at every start",
      "run/**"),
  FACE_PACK("R-17", OPERATIONAL, Until.REPLACED, 0, "models; no face of anybody", "face-pack/**"),
  PRINT_LEDGER(
      "R-19",
      OPERATIONAL,
      Until.OWN_AGE,
      30,
      "what became of print jobs; no content",
      "print-ledger/**"),
  KNOWN_DEVICES(
      "R-40",
      OPERATIONAL,
      Until.REPLACED,
      0,
      "SAM ids and serial numbers of the accepted devices",
      "devices/**"),
  ENROLMENT(
      "R-41",
      SECURITY,
      Until.DEALT_WITH,
      0,
      "keys, request and answer of an enrolment that is not finished",
      "enrolment/**,enrolment.done/**"),
  PROGRAM_STATE(
      "R-23",
      OPERATIONAL,
      Until.REPLACED,
      0,
      "the platform's settings as they are in use, and what makes the next start quick",
      "settings/**,osgi/**,metatype.cache,kiosk.lock"),
  PROGRAM_UPDATES(
      "R-70",
      OPERATIONAL,
      Until.REPLACED,
      0,
      "downloads of the program, what was believed of them, how a trial stands",
      "updates/**,boot/**"),
  WATCH_BOOK(
      "R-71",
      OPERATIONAL,
      Until.REPLACED,
      0,
      "how often the kiosk had to start itself or its machine again, and why",
      "watch/book"),
  UPKEEP(
      "R-72",
      OPERATIONAL,
      Until.DECOMMISSIONED,
      0,
      "how far commissioning came, what was set at the machine, acceptance reports, support"
          + " bundles without personal data",
      "upkeep/**"),
  STAFF_BOOK(
      "R-42",
      SECURITY,
      Until.DECOMMISSIONED,
      0,
      "badge numbers, roles, salted and peppered hashes of PINs, public keys of key cards, sealed;"
          + " the start secret until it is used",
      "access/**"),
  FIELD_BOOK(
      "R-60",
      SENSITIVE,
      Until.OWN_AGE,
      30,
      "tasks, households and events of one's own grid, sealed, since the platform's last list",
      "field/task/**,field/house/**,field/event/**,field/book/**,field/wiping"),
  FIELD_DRAFTS(
      "R-61",
      SENSITIVE,
      Until.HANDED_IN,
      0,
      "what a grid worker has not handed in, with photos, sealed; handed in, it is in the queue",
      "field/draft/**,field/piece/**"),
  FIELD_SENT(
      "R-62",
      PERSONAL,
      Until.OWN_AGE,
      7,
      "what a grid worker handed in: a title and a number, sealed",
      "field/sent/**"),
  FIELD_RESCUED(
      "R-63",
      SENSITIVE,
      Until.HANDED_IN,
      0,
      "what was not handed in when a tablet was wiped, sealed for the platform alone, until the"
          + " queue has it",
      "field/rescued/**,field/rescuedpiece/**"),
  RETENTION_BOOK(
      "R-18",
      OPERATIONAL,
      Until.REPLACED,
      0,
      "when the last run was, by which time",
      "retention/**");

  private final String rule;
  private final AuditDataClass dataClass;
  private final Until until;
  private final int days;
  private final String what;
  private final String places;

  Holding(
      String rule, AuditDataClass dataClass, Until until, int days, String what, String places) {
    this.rule = rule;
    this.dataClass = dataClass;
    this.until = until;
    this.days = days;
    this.what = what;
    this.places = places;
  }

  /** The rule's number, in destruction records and in the published table. */
  public String rule() {
    return rule;
  }

  public AuditDataClass dataClass() {
    return dataClass;
  }

  public Until until() {
    return until;
  }

  /** How many days, unless configured otherwise; 0 where days do not count. */
  public int days() {
    return days;
  }

  /** What it is, for people. */
  public String what() {
    return what;
  }

  /**
   * Patterns of its files below the data directory, in the {@code glob} form of {@link
   * java.nio.file.FileSystem#getPathMatcher}; none for what is in no file.
   */
  public List<String> files() {
    String text = places.replaceAll(":.*", "");
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  /** The columns of its database that it speaks of; none when it is of whole files. */
  public List<String> columns() {
    int colon = places.indexOf(':');
    return colon < 0 ? List.of() : List.of(places.substring(colon + 1).split(","));
  }
}
