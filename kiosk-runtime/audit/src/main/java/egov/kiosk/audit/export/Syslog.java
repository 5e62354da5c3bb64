package egov.kiosk.audit.export;

import egov.kiosk.audit.record.Draft;
import egov.kiosk.audit.record.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A record as a syslog message (RFC 5424): facility 13, log audit; the record's parts as structured
 * data; its line as the text, so that the copy can be verified too. Safe for use by any thread.
 */
public final class Syslog {
  /** The number set aside for documentation (RFC 5612), until the operator names its own. */
  public static final int DOCUMENTATION = 32473;

  private static final int FACILITY = 13;

  private final String host;
  private final int enterprise;

  /**
   * @param kioskId what the messages' host name says
   * @param enterprise the operator's private enterprise number (IANA)
   */
  public Syslog(String kioskId, int enterprise) {
    this.host = kioskId.isEmpty() ? "-" : kioskId;
    this.enterprise = enterprise;
  }

  /** The message, ASCII without line feeds. */
  public byte[] message(Entry entry, byte[] line) {
    StringBuilder out = new StringBuilder(line.length + 512);
    out.append('<').append(FACILITY * 8 + severity(entry)).append(">1 ").append(entry.time());
    out.append(' ').append(host).append(" kiosk ").append(entry.boot()).append(' ');
    out.append(entry.draft().action(), 0, Math.min(32, entry.draft().action().length()));
    out.append(" [audit@").append(enterprise);
    parameter(out, "id", host);
    parameter(out, "seq", Long.toString(entry.sequence()));
    parameter(out, "actor", entry.draft().actor());
    parameter(out, "code", entry.draft().code());
    parameter(out, "result", entry.draft().result());
    parameter(out, "class", entry.draft().dataClass());
    parameter(out, "subject", entry.draft().subject());
    parameter(out, "prev", entry.previous());
    parameter(out, "sm3", entry.sm3());
    out.append("] ").append(new String(line, StandardCharsets.US_ASCII));
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** One message in a stream: its length, a space, itself (RFC 5425, 4.3). */
  public static byte[] framed(byte[] message) {
    byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] frame = java.util.Arrays.copyOf(length, length.length + message.length);
    System.arraycopy(message, 0, frame, length.length, message.length);
    return frame;
  }

  private static void parameter(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"");
      for (char unit : value.toCharArray()) {
        if (unit == '"' || unit == '\\' || unit == ']') {
          out.append('\\');
        }
        out.append(unit);
      }
      out.append('"');
    }
  }

  /** 2 critical, 3 error, 4 warning, 5 notice, 6 informational. */
  private static int severity(Entry entry) {
    String action = entry.draft().action();
    if (entry.is(Draft.Own.DAMAGED)) {
      return 2;
    }
    if (action.startsWith("clock.")) {
      return 4;
    }
    return switch (entry.draft().result().toUpperCase(Locale.ROOT)) {
      case "FAILED" -> 3;
      case "REFUSED", "UNKNOWN" -> 4;
      default -> entry.draft().dataClass().equals("security") ? 5 : 6;
    };
  }
}
