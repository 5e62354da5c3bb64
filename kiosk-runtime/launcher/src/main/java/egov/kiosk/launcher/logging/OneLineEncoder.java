package egov.kiosk.launcher.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Writes every event as exactly one line, whatever a message holds: control characters, line and
 * paragraph separators and bidirectional overrides are shown as escapes, and an overlong line is
 * cut. An exception appears as its class and message and the place it was thrown, on the same line.
 */
public final class OneLineEncoder extends EncoderBase<ILoggingEvent> {
  private static final int MAX_LENGTH = 2_000;
  private static final byte[] NOTHING = new byte[0];

  private final DateTimeFormatter time =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    line.append(time.format(event.getInstant())).append(' ');
    line.append(event.getLevel()).append(' ');
    line.append('[').append(event.getThreadName()).append("] ");
    String logger = event.getLoggerName();
    line.append(logger.substring(logger.lastIndexOf('.') + 1)).append(": ");
    line.append(event.getFormattedMessage());
    for (IThrowableProxy cause = event.getThrowableProxy();
        cause != null;
        cause = cause.getCause()) {
      line.append(" | ").append(cause.getClassName()).append(": ").append(cause.getMessage());
      if (cause.getStackTraceElementProxyArray().length > 0) {
        line.append(" at ")
            .append(cause.getStackTraceElementProxyArray()[0].getStackTraceElement());
      }
    }
    return escape(line).append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  /**
   * The text without line ends or control characters, so that nothing in it looks like a line of
   * ours.
   */
  public static StringBuilder escape(CharSequence text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    int length = Math.min(text.length(), MAX_LENGTH);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        safe.append(String.format("\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return text.length() > MAX_LENGTH ? safe.append("…") : safe;
  }
}
